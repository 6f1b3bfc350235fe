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
        $module = '# Hi {name}' | Convert-FastMdText -To Mdx
        $module.Contains('_jsxs(_components.h1, {children: ["Hi ", name]})') | Should -BeTrue
        $module.Contains('export default function MDXContent') | Should -BeTrue
    }

    It 'says where MDX is wrong' {
        { Convert-FastMdText 'a {b c}' -To Mdx -ErrorAction Stop } | Should -Throw '*(1,5)*FM2201*'
    }

    It 'knows the flavours' {
        Convert-FastMdText '~~a~~' | Should -Match '<del>a</del>'
        Convert-FastMdText '~~a~~' -Flavor CommonMark | Should -Not -Match '<del>'
    }

    It 'escapes raw HTML where asked to' {
        Convert-FastMdText 'a <b>c</b>' | Should -Match '<b>c</b>'
        Convert-FastMdText 'a <b>c</b>' -RawHtml Escape | Should -Match '&lt;b&gt;c&lt;/b&gt;'
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
