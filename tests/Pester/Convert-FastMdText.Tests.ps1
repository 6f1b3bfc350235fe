BeforeAll { . $PSScriptRoot/TestSupport.ps1 }
AfterAll { Restore-Environment }

Describe 'Convert-FastMdText' {
    It 'converts a text' {
        Convert-FastMdText "# Title`n`nText." | Should -BeExactly "<h1 id=`"title`">Title</h1>`n<p>Text.</p>`n"
    }

    It 'joins lines that come through the pipeline' {
        '| a |', '| - |', '| 1 |' | Convert-FastMdText | Should -Match '(?s)^<table>.*</table>\s*$'
    }

    It 'gives one string for a whole file read line by line' {
        $path = New-Document 'lines.md' "- a`n- b`n`n  c`n"
        @(Get-Content -LiteralPath $path | Convert-FastMdText).Count | Should -Be 1
    }

    It 'reads a file: <How>' -ForEach @(
        @{ How = 'of Get-Item'; Run = { Get-Item a.md | Convert-FastMdText } }
        @{ How = 'of Get-ChildItem'; Run = { Get-ChildItem a.md | Convert-FastMdText } }
        @{ How = 'as an argument'; Run = { Convert-FastMdText (Get-Item a.md) } }
        @{ How = 'of its own'; Run = { [IO.FileInfo] "$PWD/a.md" | Convert-FastMdText } }
        @{ How = 'of Resolve-Path'; Run = { Resolve-Path a.md | Convert-FastMdText } }
    ) {
        Push-Location (Split-Path (New-Document 'files/a.md' '# In the file'))
        try {
            & $Run | Should -BeExactly "<h1 id=`"in-the-file`">In the file</h1>`n"
        }
        finally {
            Pop-Location
        }
    }

    It 'takes what Get-Content gives for text, whatever file it is of' {
        $path = New-Document 'content/a.md' "a`nb`n"
        Get-Content $path | Convert-FastMdText | Should -BeExactly "<p>a`nb</p>`n"
        Get-Content $path -Raw | Convert-FastMdText | Should -BeExactly "<p>a`nb</p>`n"
        Get-Content $path -ReadCount 0 | Convert-FastMdText | Should -BeExactly "<p>a`nb</p>`n"
        Convert-FastMdText $path | Should -Match 'a\.md'
    }

    It 'gives one string for each file, in their order, and for the lines between them' {
        $files = 'a', 'b' | ForEach-Object { Get-Item (New-Document "several/$_.md" $_) }
        $files | Convert-FastMdText | Should -Be @("<p>a</p>`n", "<p>b</p>`n")
        '1', '2', $files[0], '3', $files[1] | Convert-FastMdText | Should -Be @("<p>1`n2</p>`n", "<p>a</p>`n", "<p>3</p>`n", "<p>b</p>`n")
    }

    It 'reads a file as the batch does: encoding, size, format and errors' {
        $path = New-Document 'read/a.md'
        [IO.File]::WriteAllText($path, 'Grüße', [Text.Encoding]::Unicode)
        Get-Item $path | Convert-FastMdText | Should -BeExactly "<p>Grüße</p>`n"

        Get-Item (New-Document 'read/b.mdx' '# Hi {name}') | Convert-FastMdText -To Js | Should -Match '"Hi ", name'

        $env:FASTMD_MAX_DOCUMENT_MB = 1
        try {
            $big = Get-Item (New-Document 'read/c.md' ('x' * 1100000))
            $html = $big, (Get-Item $path) | Convert-FastMdText -ErrorVariable errors -ErrorAction SilentlyContinue
        }
        finally {
            $env:FASTMD_MAX_DOCUMENT_MB = $null
        }
        $html | Should -BeExactly "<p>Grüße</p>`n"
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'DocumentTooLarge,*'
        $errors[0].TargetObject | Should -Be $big.FullName
    }

    It 'writes an error for <What>, and goes on' -ForEach @(
        @{ What = 'a file that is not there'; Item = { [IO.FileInfo] "$TestDrive/none.md" } }
        @{ What = 'a directory'; Item = { Get-Item $TestDrive } }
    ) {
        $html = (& $Item), (Get-Item (New-Document 'good/a.md' 'a')) | Convert-FastMdText -ErrorVariable errors -ErrorAction SilentlyContinue
        $html | Should -BeExactly "<p>a</p>`n"
        $errors[0].FullyQualifiedErrorId | Should -Be 'PathNotFound,FastMd.PowerShell.Cmdlets.ConvertFastMdTextCommand'
        $errors[0].TargetObject | Should -Be (& $Item).FullName
    }

    It 'gives the same for lines and for the text they make' {
        $text = "# A`n`n``````text`n  x`n``````"
        $text -split "`n" | Convert-FastMdText | Should -BeExactly (Convert-FastMdText $text)
    }

    It 'takes an empty text' {
        Convert-FastMdText '' | Should -BeExactly ''
        '' | Convert-FastMdText | Should -BeExactly ''
    }

    It 'gives an empty text where no line came' {
        $lines = @()
        $lines | Convert-FastMdText | Should -BeExactly ''
    }

    It 'refuses null' {
        { Convert-FastMdText $null } | Should -Throw -ErrorId 'ParameterArgumentValidationErrorNullNotAllowed,*'
    }

    It 'makes a JavaScript module of MDX' {
        $module = '# Hi {name}' | Convert-FastMdText -To Js
        $module.Contains('_jsxs(_components.h1, {children: ["Hi ", name]})') | Should -BeTrue
        $module.Contains('export default function MDXContent') | Should -BeTrue
    }

    It 'makes a module as -MdxOption says, whatever else says otherwise' {
        $env:FASTMD_JSX_IMPORT_SOURCE = 'elsewhere'
        $env:FASTMD_FRONT_MATTER_EXPORT = 'meta'
        try {
            $module = "---`
a: 1`
---`
# b" | Convert-FastMdText -To Js -MdxOption @{ jsximportsource = 'preact'; MdxHeadingIds = $true }
        }
        finally {
            $env:FASTMD_JSX_IMPORT_SOURCE = $env:FASTMD_FRONT_MATTER_EXPORT = $null
        }
        $module | Should -Match "preact/jsx-runtime"
        $module | Should -Match 'export const meta'
        $module | Should -Match 'id: "b"'
    }

    It 'takes every setting for MDX there is, by its name' {
        $names = (Get-FastMdConfiguration | Where-Object Parameter -Like '-MdxOption *').Parameter -replace '-MdxOption '
        $names | Should -HaveCount 16
        foreach ($setting in Get-FastMdConfiguration | Where-Object Parameter -Like '-MdxOption *') {
            "$($setting.Parameter)" | Should -Be "-MdxOption $($setting.Name)"
            { 'a' | Convert-FastMdText -To Js -MdxOption @{ $setting.Name = $setting.Default } } | Should -Not -Throw
        }
    }

    It 'changes what comes out by each of them: <Option>' -ForEach @(
        @{ Option = @{ MdxFormat = 'Md' }; Text = '{a}'; Pattern = '"{a}"' }
        @{ Option = @{ JsxRuntime = 'Classic' }; Text = 'a'; Pattern = 'React\.createElement\(' }
        @{ Option = @{ JsxRuntime = 'Classic'; JsxPragma = 'h'; JsxPragmaFragment = 'F'; JsxPragmaImportSource = 'p' }; Text = 'a'; Pattern = ' h\(' }
        @{ Option = @{ ProviderImportSource = '@mdx-js/react' }; Text = 'a'; Pattern = '@mdx-js/react' }
        @{ Option = @{ Development = $true }; Text = 'a'; Pattern = 'jsxDEV' }
        @{ Option = @{ MdxProgram = 'FunctionBody' }; Text = 'a'; Pattern = 'arguments\[0\]' }
        @{ Option = @{ KeepJsx = $true }; Text = 'a'; Pattern = '<_components\.p>' }
        @{ Option = @{ ContentsExport = 'toc' }; Text = '# a'; Pattern = 'export const toc' }
        @{ Option = @{ SourceMap = [switch]::Present }; Text = 'a'; Pattern = 'sourceMappingURL' }
    ) {
        $Text | Convert-FastMdText -To Js -MdxOption $Option | Should -Match $Pattern
    }

    It 'says of what it does not take what it does: <Option>' -ForEach @(
        @{ Option = @{ JsxRuntme = 'Classic' }; Words = "*'JsxRuntme' is not a setting for MDX; there are: MdxFormat, *, SourceMap.*" }
        @{ Option = @{ JsxRuntime = 'modern' }; Words = "*JsxRuntime: 'modern' is not allowed; allowed: Automatic, Classic.*" }
        @{ Option = @{ KeepJsx = 'false' }; Words = "*KeepJsx: 'false' is not allowed; allowed: `$true, `$false.*" }
        @{ Option = @{ FrontMatterExport = 'a-b' }; Words = "*-MdxOption FrontMatterExport: 'a-b' *a name in JavaScript*" }
        @{ Option = @{ JsxImportSource = $null }; Words = '*-MdxOption JsxImportSource*the name of a module*' }
    ) {
        { 'a' | Convert-FastMdText -To Js -MdxOption $Option } | Should -Throw $Words
    }

    It 'completes the settings for MDX, with and without a brace' {
        foreach ($line in 'Convert-FastMdText -MdxOption Jsx', 'Convert-FastMdBatch . -MdxOption @{ Jsx') {
            $matched = (TabExpansion2 $line $line.Length).CompletionMatches
            $matched.ListItemText -join ' ' | Should -Match 'JsxRuntime'
            $matched.ListItemText -join ' ' | Should -Not -Match 'KeepJsx'
        }
        foreach ($match in (TabExpansion2 'Convert-FastMdText -MdxOption ' 30).CompletionMatches) {
            { 'a' | Convert-FastMdText -To Js -MdxOption (& ([scriptblock]::Create($match.CompletionText))) } | Should -Not -Throw
        }
    }

    It 'says where MDX is wrong' {
        { Convert-FastMdText 'a {b c}' -To Js -ErrorAction Stop } | Should -Throw '*(1,5)*FM2201*'
    }

    It 'knows the flavours' {
        Convert-FastMdText '~~a~~' | Should -Match '<del>a</del>'
        Convert-FastMdText '~~a~~' -Flavor CommonMark | Should -Not -Match '<del>'
    }

    It 'escapes raw HTML where asked to' {
        Convert-FastMdText 'a <b>c</b>' | Should -Match '<b>c</b>'
        Convert-FastMdText 'a <b>c</b>' -RawHtml Escape | Should -Match '&lt;b&gt;c&lt;/b&gt;'
    }

    It 'sanitizes raw HTML where asked to' {
        Convert-FastMdText 'a <b onclick=d>c</b>' -RawHtml Sanitize | Should -BeExactly "<p>a <b>c</b></p>`n"
        { Convert-FastMdText 'a' -RawHtml Sanitize -To Js -ErrorAction Stop } | Should -Throw '*only HTML is sanitized*'
    }

    It 'makes a page where asked to' {
        $page = Convert-FastMdText "# A & B`n`ntext" -As Page
        $page | Should -Match '^<!DOCTYPE html>'
        $page | Should -Match '<title>A &amp; B</title>'
        $page | Should -Match '<p>text</p>'
    }

    It 'makes a page by a template, whose path belongs to the current location' {
        $path = New-Document 'page.html' '{{title}}|{{author}}|{{content}}'
        Push-Location -LiteralPath (Split-Path $path)
        try {
            '---', 'author: <Ada>', '---', '# T' | Convert-FastMdText -Template page.html | Should -BeExactly "T|&lt;Ada&gt;|<h1 id=`"t`">T</h1>`n"
            '# T' | Convert-FastMdText -Template page.html -As Fragment | Should -BeExactly "<h1 id=`"t`">T</h1>`n"
        }
        finally {
            Pop-Location
        }
    }

    It 'warns of a key that the text does not have' {
        $path = New-Document 'page.html' '{{author}}{{content}}'
        $null = Convert-FastMdText 'x' -Template $path -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -Match "asks for 'author'.*\[FM6001\]$"
    }

    It 'ends with an error that says where a template is broken' {
        $path = New-Document 'page.html' "`n{{content"
        { Convert-FastMdText 'x' -Template $path } | Should -Throw -ErrorId 'InvalidSetting,*' -ExpectedMessage '*page.html(2,1): *'
    }

    It 'leaves front matter out' {
        '---', 'title: T', '---', 'x' | Convert-FastMdText | Should -BeExactly "<p>x</p>`n"
    }

    It 'warns of front matter that is no YAML, and where' {
        $null = "---`na: [`n---`nx" | Convert-FastMdText -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -Match '^\(text\)\(\d+,\d+\): .+ \[FM1101\]$'
    }

    It 'writes a non-terminating error for a text it refuses' {
        $html = Convert-FastMdText ('> ' * 5000) -ErrorVariable errors -ErrorAction SilentlyContinue
        $html | Should -BeNullOrEmpty
        $errors[0].FullyQualifiedErrorId | Should -Be 'NestingTooDeep,FastMd.PowerShell.Cmdlets.ConvertFastMdTextCommand'
        $errors[0].CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $errors[0].TargetObject | Should -Be '(text)'
    }

    It 'refuses a setting out of bounds before it does anything' {
        { Convert-FastMdText 'x' -TimeoutSec -1 } | Should -Throw -ErrorId 'InvalidSetting,*'
    }

    It 'leaves no worker behind' -Skip:(-not $IsLinux) {
        $null = 1..20 | ForEach-Object { Convert-FastMdText "$_" }
        Assert-NothingRuns
    }
}
