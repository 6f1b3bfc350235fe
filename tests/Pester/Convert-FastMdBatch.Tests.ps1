BeforeAll {
    . $PSScriptRoot/TestSupport.ps1

    # The ids of all errors a cmdlet wrote, without the cmdlet's name.
    function Get-ErrorId {
        param([object[]] $ErrorRecord)
        $ErrorRecord | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' }
    }
}
AfterAll { Restore-Environment }

Describe 'What is converted' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
    }
    AfterEach { Pop-Location }

    It 'is a file' {
        $path = New-Document 'a.md' "# A`n" -Folder $folder
        $result = Convert-FastMdBatch a.md
        $result.Status | Should -Be 'Converted'
        $result.SourcePath | Should -Be $path
        $result.Content | Should -BeExactly "<h1 id=`"a`">A</h1>`n"
        $result.OutputPath | Should -BeNullOrEmpty
        $result.Title | Should -Be 'A'
        $result.InputBytes | Should -Be 4
        $result.Attempts | Should -Be 1
    }

    It 'is what wildcards stand for' {
        'a1.md', 'a2.md', 'b1.md' | ForEach-Object { $null = New-Document $_ -Folder $folder }
        (Convert-FastMdBatch a*.md, [bc]1.md).SourcePath | Split-Path -Leaf | Should -Be @('a1.md', 'a2.md', 'b1.md')
    }

    It 'is never nothing in silence: <What>' -ForEach @(
        @{ What = 'wildcards that match nothing'; Path = '*.none' }
        @{ What = 'a name in brackets that there is not'; Path = '[x].md' }
    ) {
        foreach ($run in { Convert-FastMdBatch $Path }, { $Path | Convert-FastMdBatch }) {
            $result = & $run 2>&1
            Get-ErrorId $result | Should -Be 'PathNotFound'
            "$result" | Should -Match ([regex]::Escape($Path))
        }
    }

    It 'is a file whose name looks like a wildcard: by <How>' -ForEach @(
        @{ How = 'LiteralPath'; Run = { Convert-FastMdBatch -LiteralPath '[x].md' } }
        @{ How = 'a FileInfo of Get-ChildItem'; Run = { Get-ChildItem | Convert-FastMdBatch } }
        @{ How = 'a FileInfo of Get-Item'; Run = { Get-Item -LiteralPath '[x].md' | Convert-FastMdBatch } }
        @{ How = 'a FileInfo without PSPath'; Run = { [IO.FileInfo]::new("$PWD/[x].md") | Convert-FastMdBatch } }
        @{ How = 'an object with FullName'; Run = { [pscustomobject]@{ FullName = "$PWD/[x].md" } | Convert-FastMdBatch } }
        @{ How = 'an object with PSPath'; Run = { [pscustomobject]@{ PSPath = "FileSystem::$PWD/[x].md" } | Convert-FastMdBatch } }
        @{ How = 'an object with LiteralPath'; Run = { [pscustomobject]@{ LiteralPath = '[x].md' } | Convert-FastMdBatch } }
        @{ How = 'an escaped path'; Run = { Convert-FastMdBatch '`[x`].md' } }
        @{ How = 'its name'; Run = { Convert-FastMdBatch '[x].md' } }
        @{ How = 'its name from the pipeline'; Run = { '[x].md' | Convert-FastMdBatch } }
        @{ How = 'what Get-ChildItem -Name says'; Run = { Get-ChildItem -Name | Convert-FastMdBatch } }
    ) {
        $path = New-Document '[x].md' 'right' -Folder $folder
        $result = & $Run
        $result.SourcePath | Should -BeExactly $path
        $result.Content | Should -BeExactly "<p>right</p>`n"
    }

    It 'is not the other file that such a name matches as a wildcard' {
        $null = New-Document '[x].md' 'right' -Folder $folder
        $null = New-Document 'x.md' 'wrong' -Folder $folder
        (Get-Item -LiteralPath '[x].md' | Convert-FastMdBatch).Content | Should -Match 'right'
        foreach ($run in { Convert-FastMdBatch '[x].md' }, { '[x].md' | Convert-FastMdBatch }) {
            (& $run -WarningVariable warnings -WarningAction SilentlyContinue 3>$null).Content | Should -Match 'right'
        }
    }

    It 'is said to be a name where it could be a pattern, unless what the pattern stands for is given too' {
        '[x].md', 'x.md' | ForEach-Object { $null = New-Document $_ -Folder $folder }
        $null = Convert-FastMdBatch '[x].md' -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*'$folder*x.md'*Get-Item -Path '``[x``].md'*FM1007*"
        $null = Get-ChildItem -Name | Convert-FastMdBatch -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        (Get-Item -Path '[x].md' | Convert-FastMdBatch).SourcePath | Split-Path -Leaf | Should -Be 'x.md'
    }

    It 'is a path from the pipeline' {
        'a.md', 'b.md' | ForEach-Object { $null = New-Document $_ -Folder $folder }
        ('a.md', 'b.md' | Convert-FastMdBatch).SourcePath | Split-Path -Leaf | Should -Be @('a.md', 'b.md')
        ([pscustomobject]@{ Path = '*.md' } | Convert-FastMdBatch).SourcePath | Split-Path -Leaf | Should -Be @('a.md', 'b.md')
    }

    It 'is a name with <What>' -ForEach @(
        @{ What = 'spaces'; Name = 'a b  c.md' }
        @{ What = 'letters of any script'; Name = 'Grüße 文档 🚀.md' }
        @{ What = 'quotes and dollars'; Name = 'a''$b`c.md' }
        @{ What = 'no extension'; Name = 'README' }
    ) {
        $path = New-Document $Name -Folder $folder
        (Convert-FastMdBatch -LiteralPath $Name).SourcePath | Should -BeExactly $path
        (Get-Item -LiteralPath $Name | Convert-FastMdBatch).SourcePath | Should -BeExactly $path
    }

    It 'is a path on a drive of the shell' {
        $null = New-Document 'drive/a.md'
        (Convert-FastMdBatch TestDrive:/drive/*.md -Destination TestDrive:/drive/out -BasePath TestDrive:/drive).OutputPath |
            Should -BeExactly (Join-Path $TestDrive 'drive' 'out' 'a.html')
        (Get-ChildItem TestDrive:/drive/*.md | Convert-FastMdBatch).Status | Should -Be 'Converted'
    }

    It 'is relative to the current location, wherever the process is' {
        $null = New-Document 'sub/a.md' -Folder $folder
        [Environment]::CurrentDirectory | Should -Not -Be $folder
        Set-Location sub
        $result = Convert-FastMdBatch a.md -Destination ../out -BasePath ..
        $result.OutputPath | Should -BeExactly (Join-Path $folder 'out' 'sub' 'a.html')
        $result.OutputPath | Should -Exist
    }

    It 'is what lies in a directory itself, and in all its folders with -Recurse' {
        'a.md', 'b.markdown', 'c.txt', 'sub/d.md', '.hidden/e.md', 'node_modules/f.md' |
            ForEach-Object { $null = New-Document "docs/$_" -Folder $folder }
        (Convert-FastMdBatch docs).SourcePath | Split-Path -Leaf | Should -Be @('a.md', 'b.markdown')
        (Convert-FastMdBatch docs -Recurse).SourcePath | Split-Path -Leaf | Should -Be @('a.md', 'b.markdown', 'd.md')
        (Convert-FastMdBatch -LiteralPath docs/ -Recurse).SourcePath | Split-Path -Leaf | Should -Be @('a.md', 'b.markdown', 'd.md')
        (Get-Item docs | Convert-FastMdBatch -Recurse).SourcePath | Split-Path -Leaf | Should -Be @('a.md', 'b.markdown', 'd.md')
    }

    It 'is chosen by -Include and -Exclude in directories' {
        'a.md', 'b.txt', 'drafts/c.md', 'sub/d.md', 'sub/e.txt' | ForEach-Object { $null = New-Document "docs/$_" -Folder $folder }
        (Convert-FastMdBatch docs -Recurse -Include *.txt).SourcePath | Split-Path -Leaf | Should -Be @('b.txt', 'e.txt')
        (Convert-FastMdBatch docs -Recurse -Include *.md, *.txt -Exclude drafts, b.*).SourcePath | Split-Path -Leaf |
            Should -Be @('a.md', 'd.md', 'e.txt')
    }

    It 'is no link out of the base path that wildcards, a listing or a directory bring along, unless all are followed' -Skip:$IsWindows {
        $null = New-Document 'docs/a.md' -Folder $folder
        Set-Content (Join-Path $TestDrive 'secret.md') 'secret'
        $null = New-Item -ItemType SymbolicLink -Path docs/p.md -Target (Join-Path $TestDrive 'secret.md')
        foreach ($run in { Convert-FastMdBatch docs }, { Convert-FastMdBatch docs/*.md }, { Get-ChildItem docs | Convert-FastMdBatch }) {
            (& $run -WarningAction SilentlyContinue 3>$null).SourcePath | Split-Path -Leaf | Should -Be 'a.md'
        }

        Convert-FastMdBatch docs -WarningVariable warnings -WarningAction SilentlyContinue | Should -HaveCount 1
        $warnings | Should -Match 'FM1008'
        Convert-FastMdBatch docs -FollowLink All | Should -HaveCount 2
        Convert-FastMdBatch docs/p.md | Should -HaveCount 1
    }

    It 'is each document once where everything in a tree is piped' {
        'a.md', 'sub/b.md' | ForEach-Object { $null = New-Document "docs/$_" -Folder $folder }
        $results = Get-ChildItem docs -Recurse | Convert-FastMdBatch -Destination out
        $results.OutputPath | ForEach-Object { [IO.Path]::GetRelativePath("$folder/out", $_).Replace('\', '/') } |
            Should -Be @('docs/a.html', 'docs/sub/b.html')
    }

    It 'may be named twice' {
        $null = New-Document 'a.md' -Folder $folder
        $results = Convert-FastMdBatch a.md, *.md -Destination out -ErrorVariable errors
        $errors | Should -BeNullOrEmpty
        $results.Status | Should -Be @('Converted', 'Converted')
        ('a.md', 'a.md' | Convert-FastMdBatch -Destination out -Force).Status | Should -Be @('Converted', 'Converted')
    }
}

Describe 'What is refused' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        $good = New-Document 'good.md' -Folder $folder
    }
    AfterEach { Pop-Location }

    It 'is <What>, and the rest goes on' -ForEach @(
        @{ What = 'a file that is not there'; Path = 'missing.md'; Id = 'PathNotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a drive that is not there'; Path = 'nodrive:/x.md'; Id = 'PathNotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a provider that is not there'; Path = 'NoProvider::x.md'; Id = 'PathNotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a path of another provider'; Path = 'Env:/PATH'; Id = 'PathNotFileSystem'; Category = 'InvalidArgument' }
        @{ What = 'an address'; Path = 'https://example.org/x.md'; Id = 'PathNotFound'; Category = 'ObjectNotFound' }
    ) {
        foreach ($binding in 'Path', 'LiteralPath') {
            $paths = @{ $binding = $Path, 'good.md' }
            $results = Convert-FastMdBatch @paths -ErrorVariable errors -ErrorAction SilentlyContinue
            $results.SourcePath | Should -Be $good -Because "-$binding goes on"
            Get-ErrorId $errors | Should -Be $Id
            $errors[0].CategoryInfo.Category | Should -Be $Category
            $errors[0].TargetObject | Should -BeIn @($Path, (Join-Path $folder $Path))
        }
    }

    It 'is a name that other systems cannot have, in one line' -Skip:$IsWindows {
        $null = New-Document "a`nb.md" -Folder $folder
        $results = Get-ChildItem | Convert-FastMdBatch -Destination out -ErrorVariable errors -ErrorAction SilentlyContinue
        ($results | Where-Object Status -EQ 'Converted').SourcePath | Should -Be $good
        Get-ErrorId $errors | Should -Be 'OutputNameNotPortable'
        "$errors" | Should -BeLike '*a\u000ab.md*'
        "$errors" | Should -Not -Match "`n"
        $null = Convert-FastMdBatch "c`nd.md" -ErrorVariable errors -ErrorAction SilentlyContinue
        "$errors" | Should -BeLike '*c\u000ad.md*'
    }

    It 'is a name no file can have, and the rest goes on' {
        $results = Convert-FastMdBatch -LiteralPath "a`0b.md", good.md -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.SourcePath | Should -Be $good
        Get-ErrorId $errors | Should -Be 'PathNotFound'
    }

    It 'is null and the empty path' {
        { Convert-FastMdBatch $null } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        { Convert-FastMdBatch '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        $results = '', 'good.md' | Convert-FastMdBatch -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.SourcePath | Should -Be $good
        Get-ErrorId $errors | Should -Be 'ParameterArgumentValidationError'
    }

    It 'is nothing where nothing is piped' {
        $none = @()
        $none | Convert-FastMdBatch -Destination out | Should -BeNullOrEmpty
        Test-Path out | Should -BeFalse
    }

    It 'is a setting out of bounds, before anything is done: <Name>' -ForEach @(
        @{ Name = 'ThrottleLimit'; Value = -1 }
        @{ Name = 'TimeoutSec'; Value = -0.5 }
        @{ Name = 'MemoryLimitMB'; Value = 0 }
        @{ Name = 'MaxDocumentMB'; Value = 0 }
        @{ Name = 'BatchSize'; Value = -1 }
        @{ Name = 'Encoding'; Value = 'klingon' }
        @{ Name = 'CpuLimitPercent'; Value = 101 }
    ) {
        $parameter = @{ $Name = $Value }
        { Convert-FastMdBatch good.md -Destination out @parameter } | Should -Throw -ErrorId 'InvalidSetting,*'
        Test-Path out | Should -BeFalse
    }

    It 'is a <Name> that is no folder of the file system, before anything is done' -ForEach @(
        @{ Name = 'Destination' }
        @{ Name = 'BasePath' }
    ) {
        foreach ($case in @{ Value = 'Env:/x'; Id = 'PathNotFileSystem' }, @{ Value = 'nodrive:/x'; Id = 'PathNotFound' }) {
            $parameter = @{ $Name = $case.Value }
            $Error.Clear()
            { Convert-FastMdBatch good.md @parameter } | Should -Throw -ErrorId "$($case.Id),*"
            $Error | Should -HaveCount 1 -Because 'one mistake is one error'
        }
    }

    It 'is a document in the way of another, both where they are known together' {
        'a.md', 'a.mdx' | ForEach-Object { $null = New-Document $_ -Folder $folder }
        foreach ($run in { Convert-FastMdBatch a.md, a.mdx, good.md -Destination out }, { Convert-FastMdBatch . -Include *.md, *.mdx -Destination out }) {
            $results = & $run -ErrorVariable errors 2>&1
            $records = @($results | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
            Get-ErrorId $records | Should -Be @('OutputClaimedTwice', 'OutputClaimedTwice')
            $records.CategoryInfo.Category | Should -Be @('ResourceExists', 'ResourceExists')
            $records.TargetObject | Split-Path -Leaf | Should -Be @('a.md', 'a.mdx')
            ($results | Where-Object Status -EQ 'Failed').SourcePath | Split-Path -Leaf | Should -Be @('a.md', 'a.mdx')
            Get-RelativeFile out | Should -Be 'good.html'
            Remove-Item out -Recurse
        }
    }

    It 'is a document in the way of another, the later one where they come one by one' {
        'a.md', 'a.mdx' | ForEach-Object { $null = New-Document $_ -Folder $folder }
        $results = Get-Item a.md, a.mdx | Convert-FastMdBatch -Destination out -ErrorVariable errors -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $results.Status | Should -Be @('Converted', 'Failed')
        Get-ErrorId $errors | Should -Be 'OutputClaimedTwice'
        $errors[0].TargetObject | Split-Path -Leaf | Should -Be 'a.mdx'
    }

    It 'is a document outside the base path' {
        $other = New-Document 'elsewhere/b.md' -Folder $folder
        $result = Convert-FastMdBatch $other -BasePath (New-Folder) -Destination out -ErrorVariable errors -ErrorAction SilentlyContinue
        $result.Status | Should -Be 'Failed'
        Get-ErrorId $errors | Should -Be 'OutputOutsideDestination'
        $errors[0].CategoryInfo.Category | Should -Be 'SecurityError'
    }

    It 'is a document over -MaxDocumentMB' {
        $big = New-Document 'big.md' ('x' * 1100000) -Folder $folder
        $results = Convert-FastMdBatch $big, $good -MaxDocumentMB 1 -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.Status | Should -Be @('Failed', 'Converted')
        Get-ErrorId $errors | Should -Be 'DocumentTooLarge'
        $errors[0].TargetObject | Should -Be $big
    }
}

Describe 'Where outputs go' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        'docs/a.md', 'docs/sub/b.md' | ForEach-Object { $null = New-Document $_ -Folder $folder }
    }
    AfterEach { Pop-Location }

    It 'is relative to the directory given' {
        $null = Convert-FastMdBatch docs out -Recurse
        Get-RelativeFile out | Should -Be @('a.html', 'sub/b.html')
    }

    It 'is relative to the current location for files' {
        $null = Get-ChildItem docs -Recurse -File | Convert-FastMdBatch -Destination out
        Get-RelativeFile out | Should -Be @('docs/a.html', 'docs/sub/b.html')
    }

    It 'is relative to -BasePath where that is given' {
        $null = Convert-FastMdBatch docs/sub/b.md -Destination out -BasePath docs
        $null = Convert-FastMdBatch docs/sub -Destination out2 -BasePath docs
        Get-RelativeFile out | Should -Be 'sub/b.html'
        Get-RelativeFile out2 | Should -Be 'sub/b.html'
    }

    It 'is relative to the folder of a file that lies elsewhere: <How>' -ForEach @(
        @{ How = 'a FileInfo'; Run = { Get-Item ../docs/sub/b.md | Convert-FastMdBatch -Destination out } }
        @{ How = 'a path from the pipeline'; Run = { '../docs/sub/b.md' | Convert-FastMdBatch -Destination out } }
        @{ How = '-Path'; Run = { Convert-FastMdBatch ../docs/sub/b.md -Destination out } }
        @{ How = '-LiteralPath'; Run = { Convert-FastMdBatch -LiteralPath ../docs/sub/b.md -Destination out } }
        @{ How = 'wildcards'; Run = { Convert-FastMdBatch ../docs/sub/*.md -Destination out } }
        @{ How = 'wildcards from the pipeline'; Run = { '../docs/sub/*.md' | Convert-FastMdBatch -Destination out } }
    ) {
        Set-Location (New-Item here -ItemType Directory)
        & $Run
        Get-RelativeFile out | Should -Be 'b.html'
    }

    It 'is relative to what files named absolutely have in common, wherever the location is: <Name>' -ForEach @(
        @{ Name = 'elsewhere'; Location = 'here' }
        @{ Name = 'above'; Location = '.' }
    ) {
        Set-Location (New-Item $Location -ItemType Directory -Force)
        $null = Convert-FastMdBatch $folder/docs/a.md -Destination $folder/one
        $null = Convert-FastMdBatch $folder/docs/a.md, $folder/docs/sub/b.md -Destination $folder/two
        $null = Convert-FastMdBatch -LiteralPath $folder/docs/sub/b.md -Destination $folder/three
        $null = Convert-FastMdBatch $folder/docs/sub/*.md -Destination $folder/four
        Get-RelativeFile $folder/one | Should -Be 'a.html'
        Get-RelativeFile $folder/two | Should -Be @('a.html', 'sub/b.html')
        Get-RelativeFile $folder/three | Should -Be 'b.html'
        Get-RelativeFile $folder/four | Should -Be 'b.html'
    }

    It 'is relative to the current location for paths within it, with slashes of either kind' {
        $null = Convert-FastMdBatch docs\sub\b.md -Destination out
        $null = Convert-FastMdBatch ./docs/s*/*.md -Destination out2
        $null = 'docs/sub/b.md' | Convert-FastMdBatch -Destination out3
        $null = Convert-FastMdBatch -LiteralPath docs/../docs/sub/b.md -Destination out4
        'out', 'out2', 'out3', 'out4' | ForEach-Object { Get-RelativeFile $_ | Should -Be 'docs/sub/b.html' }
    }

    It 'is told how to be kept apart where files from several folders meet' {
        $null = New-Document 'docs/sub/a.md' -Folder $folder
        Set-Location (New-Item here -ItemType Directory)
        $null = Get-Item ../docs/a.md, ../docs/sub/a.md | Convert-FastMdBatch -Destination out -ErrorVariable errors -ErrorAction SilentlyContinue
        Get-ErrorId $errors | Should -Be 'OutputClaimedTwice'
        "$errors" | Should -Match '-BasePath'
        $null = Get-Item ../docs/a.md, ../docs/sub/a.md | Convert-FastMdBatch -Destination out2 -BasePath ../docs
        Get-RelativeFile out2 | Should -Be @('a.html', 'sub/a.html')
    }

    It 'is one file where that is named, and nothing is taken down about it' {
        (Convert-FastMdBatch docs/a.md -Destination new/page.html).OutputPath | Should -Be (Join-Path $folder 'new' 'page.html')
        (Get-Item docs/a.md | Convert-FastMdBatch -Destination new/page.html).Status | Should -Be 'Converted'
        Get-ChildItem new -Force | Select-Object -ExpandProperty Name | Should -Be 'page.html'
    }

    It 'is a directory with the name of a file where it ends with a slash or is one' {
        $null = Convert-FastMdBatch docs/a.md -Destination page.html/
        $null = Convert-FastMdBatch docs/sub/b.md -Destination page.html
        Get-RelativeFile page.html | Should -Be @('docs/a.html', 'docs/sub/b.html')
    }

    It 'is not one file for <What>' -ForEach @(
        @{ What = 'a directory'; Paths = 'docs' }
        @{ What = 'wildcards'; Paths = 'docs/*.md' }
        @{ What = 'two files'; Paths = 'docs/a.md', 'docs/sub/b.md' }
    ) {
        { Convert-FastMdBatch $Paths -Destination page.html } | Should -Throw "*end its name with '/'*" -ErrorId 'DestinationIsFile,*'
        'page.html' | Should -Not -Exist
    }

    It 'is one file for the first document that is piped, and an error for each further one' {
        'c.md', 'd.md' | ForEach-Object { $null = New-Document "docs/$_" -Folder $folder }
        $results = Get-Item docs/a.md, docs/c.md, docs/d.md | Convert-FastMdBatch -Destination page.html -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.Status | Should -Be @('Converted', 'Failed', 'Failed')
        Get-ErrorId $errors | Should -Be @('OutputClaimedTwice', 'OutputClaimedTwice')
        $errors | ForEach-Object { "$_" | Should -BeLike "*end its name with '/'*" }

        $result = Get-Item docs/a.md, docs | Convert-FastMdBatch -Recurse -Destination page.html -ErrorVariable errors -ErrorAction SilentlyContinue
        $result.Status | Should -Be 'Converted'
        Get-ErrorId $errors | Should -Be 'DestinationIsFile'
    }

    It 'leaves nothing to prune around one file' {
        { Convert-FastMdBatch docs/a.md -Destination page.html -Prune } | Should -Throw -ErrorId 'PruneWithoutState,*'
    }

    It 'takes a destination literally' {
        $null = Convert-FastMdBatch docs -Destination 'out [1]*'
        Get-RelativeFile 'out [1]*' | Should -Be 'a.html'
    }

    It 'holds no content in results that have an output' {
        $result = Convert-FastMdBatch docs/a.md -Destination out
        $result.Content | Should -BeNullOrEmpty
        $result.OutputPath | Should -Exist
        $result.OutputBytes | Should -Be (Get-Item -LiteralPath $result.OutputPath).Length
    }

    It 'is UTF-8 without a byte order mark whatever the source is' {
        [IO.File]::WriteAllText("$folder/docs/a.md", 'Grüße', [Text.Encoding]::Unicode)
        $null = Convert-FastMdBatch docs/a.md -Destination out -BasePath docs
        [IO.File]::ReadAllBytes("$folder/out/a.html") | Should -Be ([Text.Encoding]::UTF8.GetBytes("<p>Grüße</p>`n"))
    }

    It 'is not a read-only file, but with -Force' {
        $null = Convert-FastMdBatch docs -Destination out
        $output = Get-Item out/a.html
        $output.IsReadOnly = $true
        $null = New-Document 'docs/a.md' 'new' -Folder $folder
        $result = Convert-FastMdBatch docs -Destination out -ErrorVariable errors -ErrorAction SilentlyContinue
        $result.Status | Should -Be 'Failed'
        Get-ErrorId $errors | Should -Be 'OutputReadOnly'
        $errors[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
        Get-Content out/a.html -Raw | Should -Match 'Title'

        (Convert-FastMdBatch docs -Destination out -Force).Status | Should -Be 'Converted'
        Get-Content out/a.html -Raw | Should -Match 'new'
    }

    It 'is nowhere with -WhatIf' {
        Convert-FastMdBatch docs -Destination out -Recurse -WhatIf | Should -BeNullOrEmpty
        Get-RelativeFile $folder | Should -Be @('docs/a.md', 'docs/sub/b.md')
        Test-Path out | Should -BeFalse
    }

    It 'is where the user confirms, asked once for each document' {
        $child = Invoke-PowerShell @"
            Import-Module '$FastMdModule'
            Convert-FastMdBatch docs -Destination out -Recurse -Confirm
            1..3 | ForEach-Object { Set-Content "`$_.md" "`$_" }
            (Convert-FastMdBatch 1.md, 2.md, 3.md -Destination out -Confirm).SourcePath | Split-Path -Leaf
"@ -WorkingDirectory $folder -InputLine 'n', 'n', 'y', 'n', 'y'
        $child.ExitCode | Should -Be 0
        [regex]::Matches($child.Output, 'Performing the operation "Convert').Count | Should -Be 5
        Get-RelativeFile out | Should -Be @('1.html', '3.html')
    }

    It 'asks nobody where nothing is written' {
        Convert-FastMdBatch docs -WhatIf | Select-Object -ExpandProperty Status | Should -Be 'Converted'
    }
}

Describe 'How documents are read' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
    }
    AfterEach { Pop-Location }

    It 'puts front matter into an ordered dictionary' {
        $null = New-Document 'a.md' "---`nzeta: 1`nalpha: [x, y]`ntitle: T`nnested:`n  b: true`n  a: null`n---`ntext" -Folder $folder
        $result = Convert-FastMdBatch a.md
        $result.FrontMatter | Should -BeOfType ([Collections.Specialized.OrderedDictionary])
        $result.FrontMatter.Keys | Should -Be @('zeta', 'alpha', 'title', 'nested')
        $result.FrontMatter.zeta | Should -Be 1
        $result.FrontMatter.alpha | Should -Be @('x', 'y')
        $result.FrontMatter.nested.Keys | Should -Be @('b', 'a')
        $result.FrontMatter.nested.b | Should -BeTrue
        $result.Title | Should -Be 'T'
        $result.Content | Should -BeExactly "<p>text</p>`n"
    }

    It 'gives no dictionary where there is no front matter' {
        $null = New-Document 'a.md' -Folder $folder
        (Convert-FastMdBatch a.md).FrontMatter | Should -BeNullOrEmpty
    }

    It 'warns with path, line and column' {
        $path = New-Document 'bad.md' "---`na: [`n---`nx" -Folder $folder
        $result = Convert-FastMdBatch bad.md -WarningVariable warnings -WarningAction SilentlyContinue
        $result.Status | Should -Be 'Converted'
        $warnings | Should -Match "^$([regex]::Escape($path))\(\d+,\d+\): \S.* \[FM1101\]$"
        $result.Diagnostics[0].Code | Should -Be 'FM1101'
        $result.Diagnostics[0].Severity | Should -Be 'Warning'
        $result.Diagnostics[0].Line | Should -BeGreaterThan 0
    }

    It 'fails invalid bytes with -StrictEncoding, else warns' {
        [IO.File]::WriteAllBytes("$folder/a.md", [byte[]] (0x61, 0xFF, 0x62))
        (Convert-FastMdBatch a.md -WarningVariable warnings -WarningAction SilentlyContinue).Status | Should -Be 'Converted'
        $warnings | Should -Match '\[FM1001\]|\[FM1002\]'
        $result = Convert-FastMdBatch a.md -StrictEncoding -ErrorVariable errors -ErrorAction SilentlyContinue
        $result.Status | Should -Be 'Failed'
        Get-ErrorId $errors | Should -Be 'InvalidBytes'
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $errors[0].TargetObject | Should -Be "$folder/a.md"
    }

    It 'takes an encoding as <How>' -ForEach @(
        @{ How = 'a name'; Value = 'windows-1252' }
        @{ How = 'a code page'; Value = 1252 }
        @{ How = 'a name of the shell'; Value = 'latin1' }
        @{ How = 'an object'; Value = [Text.Encoding]::Latin1 }
    ) {
        [IO.File]::WriteAllBytes("$folder/a.md", [byte[]] (0x47, 0x72, 0xFC, 0xDF, 0x65))
        (Convert-FastMdBatch a.md -Encoding $Value).Content | Should -BeExactly "<p>Grüße</p>`n"
    }

    It 'knows the flavours and raw HTML' {
        $null = New-Document 'a.md' '~~a~~ <b>c</b>' -Folder $folder
        (Convert-FastMdBatch a.md).Content | Should -BeExactly "<p><del>a</del> <b>c</b></p>`n"
        (Convert-FastMdBatch a.md -Flavor CommonMark -RawHtml Escape -To Html).Content | Should -BeExactly "<p>~~a~~ &lt;b&gt;c&lt;/b&gt;</p>`n"
    }
}

Describe 'Settings' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        $null = New-Document 'a.md' '~~a~~' -Folder $folder
    }
    AfterEach {
        Pop-Location
        Remove-Item Env:FASTMD_FLAVOR, Env:FASTMD_WORKERS, Env:FASTMD_OTLP_ENDPOINT -ErrorAction Ignore
    }

    It 'have the parameters that the documentation lists' {
        $listed = [regex]::Matches((Get-Content (Join-Path $Repository 'docs' 'configuration.md') -Raw), '\| `-(\w+)` \|') | ForEach-Object { $_.Groups[1].Value }
        $listed.Count | Should -BeGreaterThan 10
        $listed | Where-Object { $_ -notin (Get-Command Convert-FastMdBatch).Parameters.Keys } | Should -BeNullOrEmpty
    }

    It 'come from the resource profile where nobody says more' {
        $null = Convert-FastMdBatch a.md -ResourceProfile Low
        $report = Get-FastMdReport
        $report.Workers.AtStart | Should -Be ([math]::Max(1, [math]::Floor([Environment]::ProcessorCount / 4)))
        $report.Timeline[-1].WorkingBytesLimit | Should -Be 128MB
        $null = Convert-FastMdBatch a.md -ResourceProfile Low -ThrottleLimit 3 -NoAdaptive -CpuLimitPercent 90
        (Get-FastMdReport).Workers.AtStart | Should -Be 3
        { Convert-FastMdBatch a.md -ResourceProfile Gigantic } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
    }

    It 'may name a collector for the executable: the cmdlet sends nothing' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            $env:FASTMD_OTLP_ENDPOINT = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
            $null = New-Document 'fastmd.json' "{ `"otlpEndpoint`": `"$env:FASTMD_OTLP_ENDPOINT`" }" -Folder $folder
            Convert-FastMdBatch a.md -WarningVariable warnings | ForEach-Object Status | Should -Be 'Converted'
            $warnings | Should -BeNullOrEmpty
            $listener.Pending() | Should -BeFalse
        }
        finally { $listener.Stop() }
    }

    It 'come from the parameter, else the environment, else fastmd.json, else the default' {
        Convert-FastMdBatch a.md | ForEach-Object Content | Should -Match '<del>'
        $null = New-Document 'fastmd.json' '{ "flavor": "commonmark" }' -Folder $folder
        Convert-FastMdBatch a.md | ForEach-Object Content | Should -Not -Match '<del>'
        $env:FASTMD_FLAVOR = 'gfm'
        Convert-FastMdBatch a.md | ForEach-Object Content | Should -Match '<del>'
        Convert-FastMdBatch a.md -Flavor CommonMark | ForEach-Object Content | Should -Not -Match '<del>'
    }

    It 'come from the nearest fastmd.json above the current location' {
        $null = New-Document 'fastmd.json' '{ "flavor": "commonmark" }' -Folder $folder
        $null = New-Document 'sub/deep/b.md' '~~b~~' -Folder $folder
        Push-Location sub/deep
        try { Convert-FastMdBatch b.md | ForEach-Object Content | Should -Not -Match '<del>' } finally { Pop-Location }
    }

    It 'can each be given by key' {
        foreach ($setting in Get-FastMdConfiguration | Where-Object Name -NE otlpEndpoint) {
            { Convert-FastMdBatch a.md -Setting @{ $setting.Name = $setting.Default } } | Should -Not -Throw -Because $setting.Name
            $setting.Parameter | Should -Match '^-\w+( \w+)?$'
            $setting.Option | Should -Match '^--[\w-]+( \w+)?$'
        }
    }

    It 'given by key win over the environment, whatever the case of the key' {
        $env:FASTMD_FLAVOR = 'commonmark'
        Convert-FastMdBatch a.md -Setting @{ FLAVOR = 'gfm' } | ForEach-Object Content | Should -Match '<del>'
        Convert-FastMdBatch a.md -Setting @{ flavor = $null } | ForEach-Object Content | Should -Not -Match '<del>'
    }

    It 'given by key may be of the shell''s own types: <Setting>' -ForEach @(
        @{ Setting = @{ resourceProfile = 'Low'; resultSlots = 3; timeoutSeconds = 1.5; adaptive = $false; ordered = [switch] $false } }
        @{ Setting = @{ tierLimits = 0, 2, 1, 1, 1; tierBoundsMB = @('1', '2', '3', '4') } }
        @{ Setting = @{ tierLimits = '0;2;1;1;1'; retries = '3' } }
        @{ Setting = [ordered] @{ include = '*.md', '*.markdown'; exclude = [Collections.Generic.List[string]] @('old') } }
        @{ Setting = @{ exclude = @() } }
    ) {
        Convert-FastMdBatch . -Setting $Setting | ForEach-Object Status | Should -Be 'Converted'
    }

    It 'given by key take patterns and paths as their parameters do' {
        $null = New-Document 'x;y.md' 'a' -Folder $folder
        $null = New-Document 'page.html' '<i>{{content}}</i>' -Folder $folder
        (Convert-FastMdBatch . -Setting @{ exclude = , 'a.md' }).SourcePath | Should -BeLike '*x;y.md'
        (Convert-FastMdBatch . -Setting @{ include = , 'x;y.md' }).SourcePath | Should -BeLike '*x;y.md'
        Convert-FastMdBatch a.md -Setting @{ template = 'page.html' } | ForEach-Object Content | Should -BeLike '<i>*'
        $drive = New-PSDrive -Name Templates -PSProvider FileSystem -Root $folder
        try { Convert-FastMdBatch a.md -Setting @{ template = 'Templates:/page.html' } | ForEach-Object Content | Should -BeLike '<i>*' }
        finally { $drive | Remove-PSDrive }
    }

    It 'that cannot be given by key are refused: <Setting>' -ForEach @(
        @{ Setting = @{ retires = 1 }; Message = "-Setting: 'retires' is not a setting; did you mean 'retries'?" }
        @{ Setting = @{ klingon = 1 }; Message = "-Setting: 'klingon' is not a setting; there are: to, as, *" }
        @{ Setting = @{ otlpEndpoint = 'http://localhost:4318' }; Message = '-Setting otlpEndpoint: only the executable, fastmd, has it; leave it out.' }
        @{ Setting = @{ retries = 'many' }; Message = "-Setting retries: 'many' is not a value for retries; allowed: 0 to 10." }
        @{ Setting = @{ tierLimits = 1, 2 }; Message = "-Setting tierLimits: '1;2' is not a value for tierLimits; allowed: 5 whole numbers from 0 to 1024*" }
        @{ Setting = @{ workers = 2 }; Message = '-Setting workers: -ThrottleLimit gives it already; leave one of the two out.' }
        @{ Setting = @{ retries = -1; workers = 2 }; Message = "-Setting retries: '-1' *`n-Setting workers: -ThrottleLimit *" }
    ) {
        { Convert-FastMdBatch a.md -ThrottleLimit 2 -Setting $Setting } | Should -Throw -ErrorId 'InvalidSetting,*' -ExpectedMessage $Message
    }

    It 'given by key are completed' {
        foreach ($line in 'Convert-FastMdBatch . -Setting tier', 'Measure-FastMd . -Setting Tier') {
            (TabExpansion2 $line $line.Length).CompletionMatches.ListItemText | Should -Be @('tierBoundsMB', 'tierLimits', 'tierTimeoutSeconds')
        }
        $offered = (TabExpansion2 'Convert-FastMdText -Setting ' 28).CompletionMatches
        $offered.ListItemText | Should -Be (Get-FastMdConfiguration | Where-Object Parameter).Name
        foreach ($match in $offered) {
            { 'a' | Convert-FastMdText -Setting (& ([scriptblock]::Create($match.CompletionText))) } | Should -Not -Throw
        }
    }

    It 'are refused, and their origin named, where <Origin> is wrong' -ForEach @(
        @{ Origin = 'the environment'; Setup = { $env:FASTMD_WORKERS = 'many' }; Message = '*FASTMD_WORKERS*many*' }
        @{ Origin = 'fastmd.json'; Setup = { $null = New-Document 'fastmd.json' '{ "colour": 1 }' -Folder $PWD }; Message = '*fastmd.json*colour*' }
    ) {
        . $Setup
        { Convert-FastMdBatch a.md } | Should -Throw -ErrorId 'InvalidSetting,*' -ExpectedMessage $Message
    }
}

Describe 'Results' {
    BeforeAll {
        $folder = New-Folder
        $random = [Random]::new(7)
        $paths = 0..499 | ForEach-Object {
            New-Document "many/$($_.ToString('000')).md" ("# $_`n" + ('word ' * $random.Next(1, 20) * $random.Next(1, 60))) -Folder $folder
        }
        Push-Location -LiteralPath $folder
    }
    AfterAll { Pop-Location }
    AfterEach { Remove-Item Env:FASTMD_RESULT_SLOTS -ErrorAction Ignore }

    It 'come in the order of the input: <How>' -ForEach @(
        @{ How = 'a directory'; Run = { Convert-FastMdBatch many -ThrottleLimit 4 } }
        @{ How = 'piped files'; Run = { Get-ChildItem many | Convert-FastMdBatch -ThrottleLimit 4 } }
        @{ How = 'few result slots'; Run = { $env:FASTMD_RESULT_SLOTS = 3; Get-ChildItem many | Convert-FastMdBatch -ThrottleLimit 4 } }
        @{ How = 'batches of small documents'; Run = { Convert-FastMdBatch many -BatchSize 7 -ThrottleLimit 4 } }
        @{ How = 'a small memory budget'; Run = { Convert-FastMdBatch many -MemoryLimitMB 1 -ThrottleLimit 4 } }
        @{ How = 'one after the other'; Run = { Convert-FastMdBatch many -NoParallel } }
    ) {
        $results = & $Run
        $results.Index | Should -Be (0..499)
        $results.SourcePath | Should -Be $paths
        $results.Title | Should -Be (0..499 | ForEach-Object { "$_" })
    }

    It 'are all there with -Unordered' {
        $results = Convert-FastMdBatch many -Unordered -ThrottleLimit 4
        $results.Index | Sort-Object | Should -Be (0..499)
    }

    It 'are the same however many workers there are' {
        $one = (Convert-FastMdBatch many -NoParallel).Content
        (Convert-FastMdBatch many -ThrottleLimit 4).Content | Should -Be $one
        (Convert-FastMdBatch many -ThrottleLimit 1).Content | Should -Be $one
    }

    It 'come while input still arrives' {
        $env:FASTMD_RESULT_SLOTS = 2
        $emitted = [Collections.Generic.List[object]]::new()
        $seen = [Collections.Generic.List[int]]::new()
        $paths[0..49] | ForEach-Object { $seen.Add($emitted.Count); $_ } | Convert-FastMdBatch | ForEach-Object { $emitted.Add($_) }
        $emitted | Should -HaveCount 50
        # With two slots all but the last two documents must be out before another is taken.
        $seen[-1] | Should -BeGreaterOrEqual 47
        0..49 | Where-Object { $seen[$_] -lt $_ - 2 } | Should -BeNullOrEmpty
    }

    It 'come one by one: each is handed on before the next' {
        $index = 0
        $misplaced = Convert-FastMdBatch many | ForEach-Object { if ($_ -is [array] -or $_.Index -ne $index) { $_ }; $index++ }
        $misplaced | Should -BeNullOrEmpty
        $index | Should -Be 500
    }

    It 'go on into other cmdlets' {
        (Convert-FastMdBatch many/007.md | Get-Item).FullName | Should -BeExactly $paths[7]
        Convert-FastMdBatch many | Group-Object Status | ForEach-Object Count | Should -Be 500
        (Convert-FastMdBatch many | Sort-Object InputBytes -Descending | Select-Object -First 1).InputBytes |
            Should -Be (Get-ChildItem many | Measure-Object Length -Maximum).Maximum
        $csv = Convert-FastMdBatch many/001.md | Select-Object Index, Status, SourcePath | ConvertTo-Csv
        $csv[1] | Should -BeLike '"0","Converted",*001.md"'
    }
}

Describe 'Common parameters' {
    BeforeAll {
        $folder = New-Folder
        $good = New-Document 'good.md' -Folder $folder
        $other = New-Document 'other.md' -Folder $folder
        $warns = New-Document 'warns.md' "---`na: [`n---`nx" -Folder $folder
        $bad = New-Document 'bad.md' ('> ' * 5000) -Folder $folder
    }

    It 'gives a bad document an error and its result, and goes on' {
        $results = Convert-FastMdBatch $good, $bad, $other -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.Status | Should -Be @('Converted', 'Failed', 'Converted')
        Get-ErrorId $errors | Should -Be 'NestingTooDeep'
        $errors[0].CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $errors[0].TargetObject | Should -Be $bad
        $results[1].Diagnostics[0].Severity | Should -Be 'Error'
        "$($errors[0])" | Should -BeLike "$bad*: *"
    }

    It 'lists diagnostics so that each can be had by its number' {
        $both = Join-Path $folder 'both.md'
        [IO.File]::WriteAllBytes($both, [Text.Encoding]::ASCII.GetBytes("---`na: [`n---`n") + [byte] 0xFF)
        $result = Convert-FastMdBatch $both -WarningAction SilentlyContinue
        $result.Diagnostics | Should -HaveCount 2
        $result.Diagnostics[1].Code | Should -Be $result.Diagnostics.Code[1]
        $result.Diagnostics[1].Code | Should -Not -Be $result.Diagnostics[0].Code
    }

    It 'honours -OutVariable' {
        $results = Convert-FastMdBatch $good, $other -OutVariable out
        $out | Should -Be $results
    }

    It 'honours -PipelineVariable' {
        Convert-FastMdBatch $good, $other -PipelineVariable document | ForEach-Object { $document.SourcePath } | Should -Be @($good, $other)
    }

    It 'says nothing of dead links under -NoLinkWarning' {
        $dead = New-Document 'dead.md' '[x](gone.md)'
        $result = Convert-FastMdBatch $dead -Destination (New-Folder) -NoLinkWarning -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        $result.Diagnostics | Should -BeNullOrEmpty
    }

    It 'keeps warnings that are not shown for -WarningVariable and for Diagnostics' {
        $dead = New-Document 'dead.md' '[x](gone.md)'
        $result = Convert-FastMdBatch $dead -Destination (New-Folder) -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike '*dead.md(1,*gone.md*'
        $result.Diagnostics.Message | Should -BeLike '*gone.md*'
    }

    It 'honours -WarningVariable and -WarningAction' {
        $null = Convert-FastMdBatch $warns -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        { Convert-FastMdBatch $warns, $good -WarningAction Stop 3>$null } | Should -Throw
    }

    It 'says with -Verbose what became of each document, and in sum' {
        $records = Convert-FastMdBatch $good, $other -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        $records.Message[0..1] | Should -Match '\.md -> \(content\) in \d+\.\d ms$'
        $records.Message[-1] | Should -Match '^2 documents, 0 failed, in .* s: .* pages/s, .* MB/s\.$'
    }

    It 'honours -ErrorAction Stop: the first bad document ends the pipeline' {
        $script:emitted = @()
        { Convert-FastMdBatch $good, $bad, $other -ErrorAction Stop | ForEach-Object { $script:emitted += $_ } } |
            Should -Throw -ErrorId 'NestingTooDeep,*'
        $script:emitted.SourcePath | Should -Be $good
    }

    It 'honours $ErrorActionPreference' {
        $ErrorActionPreference = 'Stop'
        { Convert-FastMdBatch $bad } | Should -Throw -ErrorId 'NestingTooDeep,*'
    }
}

Describe 'The report' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        1..40 | ForEach-Object { $null = New-Document "docs/$_.md" ("# $_`n`n" + ("- some *text* with ``code```n" * 200)) -Folder $folder }

        function Read-Report {
            param([string] $Path)
            Get-Content -LiteralPath $Path -Raw | ConvertFrom-Json
        }
    }
    AfterEach { Pop-Location }

    It 'is written when the batch ends, relative to the current location' {
        $null = Convert-FastMdBatch docs -Destination out -ReportPath reports/r.json
        (Read-Report reports/r.json).documents.converted | Should -Be 40
        $null = Convert-FastMdBatch docs -ReportPath r.HTML
        Get-Content r.HTML -Raw | Should -Match '^<!DOCTYPE html>'
    }

    It 'replaces the one that was there' {
        $null = Convert-FastMdBatch docs -ReportPath r.json
        $null = Convert-FastMdBatch docs/1.md -ReportPath r.json
        (Read-Report r.json).documents.total | Should -Be 1
    }

    It 'is written after Select-Object -First, and says what was done' {
        $null = Convert-FastMdBatch docs -Destination out -ThrottleLimit 1 -ReportPath r.json | Select-Object -First 1
        $documents = (Read-Report r.json).documents
        $documents.converted | Should -BeGreaterOrEqual 1
        $documents.converted + $documents.cancelled | Should -Be $documents.total
        (Get-FastMdReport).Converted | Should -Be $documents.converted
        (Get-FastMdReport).Cancelled | Should -Be $documents.cancelled
    }

    It 'is written after -ErrorAction Stop' {
        $bad = New-Document 'bad.md' ('> ' * 5000) -Folder $folder
        { Convert-FastMdBatch $bad, docs -ErrorAction Stop -ReportPath r.json } | Should -Throw -ErrorId 'NestingTooDeep,*'
        $report = Read-Report r.json
        $report.documents.failed | Should -Be 1
        $report.failures.items[0].path | Should -Be $bad
        (Get-FastMdReport).Failures.Path | Should -Be $bad
    }

    It 'is written after Ctrl+C' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($Module, $Path) Import-Module $Module; & { while ($true) { "$Path/docs/1.md" } } | Convert-FastMdBatch -ReportPath "$Path/stopped.json"').AddArgument($FastMdModule).AddArgument($folder)
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $null = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
            Wait-Until { $output.Count -ge 5 } | Should -BeTrue
            $shell.Stop()
            (Read-Report stopped.json).documents.converted | Should -BeGreaterOrEqual 5
            $shell.Commands.Clear()
            $shell.AddScript('(Get-FastMdReport).Converted').Invoke() | Should -Be (Read-Report stopped.json).documents.converted
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'is refused before anything is done where the extension names no form: <Path>' -ForEach @(
        @{ Path = 'r.xml'; Id = 'InvalidReportPath' }
        @{ Path = 'r'; Id = 'InvalidReportPath' }
        @{ Path = 'Env:/r.json'; Id = 'PathNotFileSystem' }
    ) {
        { Convert-FastMdBatch docs -Destination out -ReportPath $Path } | Should -Throw -ErrorId "$Id,*"
        Test-Path out | Should -BeFalse
    }

    It 'that cannot be written is an error, and costs no document' {
        $path = Join-Path (New-Document 'file.txt' 'x') 'r.json'
        $results = Convert-FastMdBatch docs -ReportPath $path -ErrorVariable errors -ErrorAction SilentlyContinue
        $results | Should -HaveCount 40
        Get-ErrorId $errors | Should -Be 'ReportUnwritable'
        $errors[0].TargetObject | Should -Be $path
    }

    It 'that cannot be written after an early end is a warning of the host' {
        $path = Join-Path (New-Document 'file.txt' 'x') 'r.json'
        $child = Invoke-PowerShell "Import-Module '$FastMdModule'; `$null = Convert-FastMdBatch docs -ReportPath '$path' | Select-Object -First 1; 'end'" -WorkingDirectory $folder
        $child.Output -replace '\s+', ' ' | Should -Match '^WARNING: The report cannot be written to .* end$'
        $child.ExitCode | Should -Be 0
    }

    It 'does not replace the output of a document' {
        $results = Convert-FastMdBatch docs -Destination out -ReportPath out/7.html -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.Status | Select-Object -Unique | Should -Be 'Converted'
        Get-ErrorId $errors | Should -Be 'ReportPathTaken'
        Get-Content out/7.html -Raw | Should -Match '^<h1 id="7">'
    }

    It 'is not written with -WhatIf' {
        Convert-FastMdBatch docs -Destination out -ReportPath r.json -WhatIf | Should -BeNullOrEmpty
        Test-Path r.json | Should -BeFalse
    }
}

Describe 'The three early ends' -Skip:(-not $IsLinux) {
    BeforeAll {
        $document = New-Document 'early.md' ("# T`n`n" + ("- some *text* with ``code```n" * 400))
        $bad = New-Document 'bad.md' ('> ' * 8000)

        # Starts a script in a runspace of its own, ends it once a few results are out, and returns what was left of it.
        function Stop-Midway {
            param([string] $Script)
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddScript("param(`$Module, `$Document) Import-Module `$Module; $Script").AddArgument($FastMdModule).AddArgument($document)
                $output = [Management.Automation.PSDataCollection[psobject]]::new()
                $null = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
                Wait-Until { $output.Count -ge 5 -or $shell.InvocationStateInfo.State -ne 'Running' } | Should -BeTrue
                $shell.InvocationStateInfo.State | Should -Be 'Running'
                $shell.Stop()
                [pscustomobject]@{ State = $shell.InvocationStateInfo.State; Errors = @($shell.Streams.Error); Results = @($output) }
            }
            finally {
                $shell.Dispose()
            }
        }
    }

    It 'Ctrl+C while input arrives leaves nothing running and says nothing' {
        $end = Stop-Midway '& { while ($true) { $Document } } | Convert-FastMdBatch'
        $end.State | Should -Be 'Stopped'
        $end.Errors | Should -BeNullOrEmpty
        $end.Results.Status | Should -Not -Contain 'Cancelled'
        Assert-NothingRuns
    }

    It 'Ctrl+C while all input is in leaves nothing running and says nothing' {
        $end = Stop-Midway 'Convert-FastMdBatch -LiteralPath (@($Document) * 4000) | ForEach-Object { $_ }'
        $end.State | Should -Be 'Stopped'
        $end.Errors | Should -BeNullOrEmpty
        $end.Results.Status | Should -Not -Contain 'Cancelled'
        Assert-NothingRuns
    }

    It 'Select-Object -First leaves nothing running' {
        $results = Convert-FastMdBatch -LiteralPath (@($document) * 4000) | Select-Object -First 3
        $results.Index | Should -Be @(0, 1, 2)
        Assert-NothingRuns
    }

    It 'Select-Object -First ends endless input' {
        & { while ($true) { $document } } | Convert-FastMdBatch | Select-Object -First 3 | Should -HaveCount 3
        Assert-NothingRuns
    }

    It '-ErrorAction Stop leaves nothing running' {
        { Convert-FastMdBatch -LiteralPath (@($document) * 5 + $bad + @($document) * 4000) -ErrorAction Stop } | Should -Throw
        Assert-NothingRuns
    }

    It 'an exception further down the pipeline leaves nothing running' {
        { Convert-FastMdBatch -LiteralPath (@($document) * 4000) | ForEach-Object { throw 'enough' } } | Should -Throw 'enough'
        Assert-NothingRuns
    }

    It 'break further down the pipeline leaves nothing running' {
        foreach ($once in 1) { Convert-FastMdBatch -LiteralPath (@($document) * 4000) | ForEach-Object { break } }
        Assert-NothingRuns
    }

    It 'a batch that ran to its end leaves nothing running' {
        Convert-FastMdBatch -LiteralPath (@($document) * 50) | Should -HaveCount 50
        Assert-NothingRuns
    }

    It 'the process ends after <How>' -ForEach @(
        @{ How = 'Select-Object -First'; Script = '$null = Convert-FastMdBatch -LiteralPath $many | Select-Object -First 1' }
        @{ How = '-ErrorAction Stop'; Script = 'try { Convert-FastMdBatch -LiteralPath (@($bad) + $many) -ErrorAction Stop } catch { $null = $_ }' }
    ) {
        $child = Invoke-PowerShell "Import-Module '$FastMdModule'; `$bad = '$bad'; `$many = @('$document') * 4000; $Script; 'end'"
        $child.Output | Should -Be 'end'
        $child.ExitCode | Should -Be 0
    }

    It 'an output that was there before an early end is whole' {
        $folder = New-Folder
        $paths = 0..299 | ForEach-Object { New-Document "$_.md" ("# $_`n" + ('word ' * 2000)) -Folder $folder }
        $null = Convert-FastMdBatch -LiteralPath $paths -BasePath $folder -Destination "$folder/out" | Select-Object -First 5
        Get-RelativeFile "$folder/out" | Where-Object { $_ -notlike '*.html' } | Should -BeNullOrEmpty
        Get-ChildItem "$folder/out" -Filter *.html | Where-Object { (Get-Content $_ -Raw) -notmatch '(?s)^<h1 .*</p>\n$' } | Should -BeNullOrEmpty
    }
}

Describe 'On a build agent' {
    BeforeEach {
        $path = New-Document 'a,b.md' "---`na: [`n---`nx"
        $bad = New-Document 'bad.md' ('> ' * 8000)
    }
    AfterEach { Remove-Item Env:GITHUB_ACTIONS, Env:TF_BUILD, Env:GITHUB_WORKSPACE -ErrorAction Ignore }

    It '-Annotate writes diagnostics as GitHub Actions shows them' {
        $env:GITHUB_ACTIONS = 'true'
        $null = Convert-FastMdBatch $path, $bad -Annotate -InformationVariable lines -WarningAction SilentlyContinue -ErrorAction SilentlyContinue 6>$null
        $lines[0].MessageData.Message | Should -Match '^::warning file=.*a%2Cb\.md,line=\d+,col=\d+,title=FM1101::\S'
        $lines[1].MessageData.Message | Should -Match '^::error file=.*bad\.md,line=\d+,col=\d+,title=FM2001::\S'
        $lines.Tags | Should -Contain 'PSHOST'
    }

    It '-Annotate names documents from the root of the repository, wherever in it the shell is' {
        $env:GITHUB_ACTIONS = 'true'
        $folder = New-Folder
        $null = New-Document 'docs/deep/a.md' '[x](gone.md)' -Folder $folder
        foreach ($place in '.', 'docs') {
            Push-Location -LiteralPath (Join-Path $folder $place)
            $env:GITHUB_WORKSPACE = $folder
            $null = Convert-FastMdBatch . -Recurse -CheckLinks -Annotate -InformationVariable lines -ErrorAction SilentlyContinue 6>$null
            Pop-Location
            $lines[0].MessageData.Message | Should -Match '^::error file=docs/deep/a\.md,'
        }
    }

    It '-Annotate writes diagnostics as Azure Pipelines shows them' {
        $env:TF_BUILD = 'True'
        $null = Convert-FastMdBatch $path, $bad -Annotate -InformationVariable lines -WarningAction SilentlyContinue -ErrorAction SilentlyContinue 6>$null
        $lines[0].MessageData.Message | Should -Match '^##vso\[task\.logissue type=warning;sourcepath=.*a,b\.md;linenumber=\d+;columnnumber=\d+;code=FM1101\]\S'
        $lines[1].MessageData.Message | Should -Match '^##vso\[task\.logissue type=error;'
    }

    It 'nothing is annotated without -Annotate, nor anywhere else' {
        $null = Convert-FastMdBatch $path -Annotate -InformationVariable lines -WarningAction SilentlyContinue
        $lines | Should -BeNullOrEmpty
        $env:GITHUB_ACTIONS = 'true'
        $null = Convert-FastMdBatch $path -InformationVariable lines -WarningAction SilentlyContinue
        $lines | Should -BeNullOrEmpty
    }

    It 'a visible line says how far a long batch is, and no bar is drawn' {
        $env:GITHUB_ACTIONS = 'true'
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($Module, $Path, $Said)
                Import-Module $Module
                # Goes on until something was said, a document at a time.
                $upstream = { for ($i = 0; $i -lt 300 -and $Said.Count -eq 0; $i++) {
                        $null = [Threading.SpinWait]::SpinUntil([Func[bool]] { $Said.Count -gt 0 }, 100)
                        $Path
                    } }
                & $upstream | Convert-FastMdBatch -WarningAction SilentlyContinue
            }).AddArgument($FastMdModule).AddArgument($path).AddArgument($shell.Streams.Information)
        $null = $shell.Invoke()
        $shell.Streams.Information[0].MessageData.Message | Should -Match '^Converting documents: \d+, \d+/s$'
        $shell.Streams.Information[0].Tags | Should -Contain 'PSHOST'
        $shell.Streams.Progress | Should -BeNullOrEmpty
        $shell.Dispose()
    }
}

Describe 'In a terminal' -Skip:(-not (Get-Command script -CommandType Application -ErrorAction Ignore) -or -not $IsLinux) {
    It 'a bar shows progress about five times a second, and goes away at the end' {
        $path = New-Document 'watched.md'
        $report = Join-Path $TestDrive 'progress.json'
        $file = New-Document 'watch.ps1' @"
            `$shell = [powershell]::Create()
            `$null = `$shell.AddScript({
                    param(`$Path, `$Shown)
                    Import-Module '$FastMdModule'
                    # Goes on until a few bars were shown, a document at a time.
                    `$upstream = { for (`$i = 0; `$i -lt 10000 -and `$Shown.Count -lt 4; `$i++) {
                            `$null = [Threading.SpinWait]::SpinUntil([Func[bool]] { `$Shown.Count -ge 4 }, 10)
                            `$Path
                        } }
                    & `$upstream | Convert-FastMdBatch
                }).AddArgument('$path').AddArgument(`$shell.Streams.Progress)
            `$watch = [Diagnostics.Stopwatch]::StartNew()
            `$null = `$shell.Invoke()
            @{
                Seconds = `$watch.Elapsed.TotalSeconds
                Lines = `$shell.Streams.Information.Count
                Records = @(`$shell.Streams.Progress | ForEach-Object { @{ Id = `$_.ActivityId; Activity = `$_.Activity; Text = `$_.StatusDescription; Type = "`$(`$_.RecordType)" } })
            } | ConvertTo-Json -Depth 4 | Set-Content '$report'
"@
        # The command gives the process a terminal, which a process with redirected output is not.
        $null = script -qec "$($ChildShell.ForEach{ "'$_'" }) -NoProfile -NonInteractive -File $file" /dev/null 2>&1
        $seen = Get-Content $report -Raw | ConvertFrom-Json
        $seen.Lines | Should -Be 0
        $seen.Records.Count | Should -BeGreaterOrEqual 4
        $seen.Records.Count - 1 | Should -BeLessOrEqual ($seen.Seconds * 5 + 1)
        $seen.Records.Id | Select-Object -Unique | Should -HaveCount 1
        $seen.Records.Activity | Select-Object -Unique | Should -Be 'Converting documents'
        $seen.Records[0].Text | Should -Match '^\d+, \d+/s$'
        $seen.Records.Type[-1] | Should -Be 'Completed'
        $seen.Records.Type[0..($seen.Records.Count - 2)] | Select-Object -Unique | Should -Be 'Processing'
    }
}

Describe 'MDX' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        $null = New-Document 'docs/a.mdx' "<B>c</B>" -Folder $folder
        $null = New-Document 'docs/b.mdx' "d`n`n{" -Folder $folder
    }
    AfterEach { Pop-Location }

    It 'is converted as -MdxOption says' {
        (Convert-FastMdBatch docs/a.mdx).Content | Should -Match '<mdx-b>c</mdx-b>'
        (Convert-FastMdBatch docs/a.mdx -MdxOption @{ MdxComponents = 'Drop' }).Content | Should -Not -Match 'mdx-b'
    }

    It 'is converted again where only -MdxOption changed' {
        foreach ($status in 'Converted', 'Unchanged') {
            (Convert-FastMdBatch docs/a.mdx -Destination out -To Js -MdxOption @{ SourceMap = $true }).Status | Should -Be $status
        }
        (Convert-FastMdBatch docs/a.mdx -Destination out -To Js -MdxOption @{ SourceMap = $false }).Status | Should -Be 'Converted'
    }

    It 'that is rejected gives an error with an id of its own and, with -ErrorFile, a file until it is mended' {
        $results = Convert-FastMdBatch docs -Destination out -To Js -ErrorFile -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.Status | Should -Be @('Converted', 'Failed')
        $errors.FullyQualifiedErrorId | Should -Be 'MdxScriptInvalid,FastMd.PowerShell.Cmdlets.ConvertFastMdBatchCommand'
        $errors.CategoryInfo.Category | Should -Be 'ParserError'
        $said = Get-Content out/b.mdx.err.json -Raw | ConvertFrom-Json
        ($said.code, $said.line) | Should -Be @('FM2201', $results[1].Diagnostics[0].Line)
        $null = Convert-FastMdBatch docs -Destination out -To Js -ErrorFile -Prune -ErrorAction SilentlyContinue
        Get-RelativeFile out | Should -Be @('a.mdx.js', 'b.mdx.err.json')
        'd' | Set-Content docs/b.mdx
        $null = Convert-FastMdBatch docs -Destination out -To Js
        Get-RelativeFile out | Should -Be @('a.mdx.js', 'b.mdx.js')
    }

    It 'leaves no error file for who only asks what would be' {
        $null = Convert-FastMdBatch docs -Destination out -To Js -ErrorFile -WhatIf -ErrorAction SilentlyContinue
        Test-Path out | Should -BeFalse
    }

    It 'has no place for error files without a destination' {
        { Convert-FastMdBatch docs -To Js -ErrorFile } | Should -Throw -ErrorId 'ErrorFileWithoutDestination,*'
    }
}

Describe 'Pages' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        $null = New-Document 'docs/a.md' "# A`n" -Folder $folder
        $null = New-Document 'docs/guide/b.md' "---`nauthor: Ada`n---`n# B`n" -Folder $folder
    }
    AfterEach { Pop-Location }

    It 'are whole documents' {
        $results = Convert-FastMdBatch docs -Recurse -Destination site -As Page
        $results.Status | Should -Be @('Converted', 'Converted')
        Get-Content site/a.html -Raw | Should -Match '(?s)^<!DOCTYPE html>.*<title>A</title>.*<h1 id="a">A</h1>'
    }

    It 'are made by a template of the user''s own, which knows the way to the destination' {
        '{{root}}|{{title}}|{{#author}}{{author}}{{/author}}|{{content}}' | Set-Content page.html -NoNewline
        $null = Convert-FastMdBatch docs -Recurse -Destination site -Template page.html
        Get-Content site/a.html -Raw | Should -BeExactly "|A||<h1 id=`"a`">A</h1>`n"
        Get-Content site/guide/b.html -Raw | Should -BeExactly "../|B|Ada|<h1 id=`"b`">B</h1>`n"
    }

    It 'are in the results where there is no destination' {
        (Convert-FastMdBatch docs/a.md -As Page).Content | Should -Match '^<!DOCTYPE html>'
    }

    It 'are not begun where the template is not there' {
        { Convert-FastMdBatch docs -Destination site -Template none.html } | Should -Throw -ErrorId 'InvalidSetting,*'
        'site' | Should -Not -Exist
    }
}

Describe 'Links that are checked' {
    BeforeEach {
        $folder = New-Folder
        $path = New-Document 'docs/a.md' "# A`n`n[a](#a) [b](b.md) [c](c.md#x)" -Folder $folder
        $null = New-Document 'docs/c.md' '# C' -Folder $folder
        Push-Location -LiteralPath $folder
    }
    AfterEach { Pop-Location }

    It 'are errors with stable ids and places, and nothing is written' {
        $results = Convert-FastMdBatch docs -Destination site -CheckLinks -ErrorVariable errors -ErrorAction SilentlyContinue
        Get-ErrorId $errors | Should -Be @('DeadLink', 'DeadAnchor')
        $errors[0].Exception.Message | Should -BeLike "$path(3,9): *b.md*"
        $errors[1].Exception.Message | Should -BeLike "$path(3,19): *#x*"
        $errors.TargetObject | Should -Be @($path, $path)
        $results.Status | Should -Be @('Converted', 'Converted')
        $results | Where-Object { $_.Content -or $_.OutputPath } | Should -BeNullOrEmpty
        Get-RelativeFile . | Should -Be @('docs/a.md', 'docs/c.md')
    }

    It 'are warnings where documents are converted' {
        $null = Convert-FastMdBatch docs -Destination site -WarningVariable warnings -WarningAction SilentlyContinue -ErrorVariable errors
        $errors | Should -BeNullOrEmpty
        $warnings | Should -HaveCount 2
        $warnings[1] | Should -BeLike "$path(3,19): *FM5002*"
        Get-RelativeFile site | Should -Be @('a.html', 'c.html')
    }

    It 'are annotated for a build agent, anchors too' {
        $env:GITHUB_ACTIONS = 'true'
        try {
            $lines = Convert-FastMdBatch docs -CheckLinks -Annotate -ErrorAction SilentlyContinue 6>&1 | Where-Object { $_ -is [Management.Automation.InformationRecord] }
            "$lines" | Should -BeLike '*line=3,col=9,title=FM5001*line=3,col=19,title=FM5002*'
        }
        finally {
            Remove-Item Env:GITHUB_ACTIONS
        }
    }
}

Describe 'A tree that was converted before' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        $null = New-Document 'docs/a.md' '# A' -Folder $folder
        $null = New-Document 'docs/b.md' "---`ntitle: Bee`ntags: [x, y]`n---`n![i](i.png)" -Folder $folder
        $null = New-Document 'docs/i.png' 'image' -Folder $folder
        $null = Convert-FastMdBatch docs -Destination site
    }
    AfterEach { Pop-Location }

    It 'is left alone, and its results know what they knew' {
        $results = Convert-FastMdBatch docs -Destination site -Verbose 4>&1
        $verbose, $results = $results.Where({ $_ -is [Management.Automation.VerboseRecord] }, 'Split')
        $results.Status | Should -Be @('Unchanged', 'Unchanged')
        $results[1].Title | Should -BeExactly 'Bee'
        $results[1].FrontMatter.tags | Should -Be @('x', 'y')
        "$verbose" | Should -BeLike '*a.md is unchanged*'
    }

    It 'is converted where it changed, and -Verbose says why' {
        'changed' | Set-Content docs/a.md
        $results = Convert-FastMdBatch docs -Destination site -Verbose 4>&1
        "$results" | Should -BeLike '*a.md -> *: its content changed*'
        ($results | Where-Object { $_ -isnot [Management.Automation.VerboseRecord] }).Status | Should -Be @('Converted', 'Unchanged')
    }

    It 'is converted whole on request' {
        (Convert-FastMdBatch docs -Destination site -Force).Status | Should -Be @('Converted', 'Converted')
        (Convert-FastMdBatch docs -Destination site -NoIncremental).Status | Should -Be @('Converted', 'Converted')
    }

    It 'has the files along that documents refer to' {
        Get-Content site/i.png -Raw | Should -BeExactly 'image'
        $null = Convert-FastMdBatch docs -Destination bare -Assets None
        Get-RelativeFile bare | Should -Be @('a.html', 'b.html')
    }

    It 'is pruned of what has no source any more, shown by -WhatIf first' {
        Remove-Item docs/b.md
        $null = Convert-FastMdBatch docs -Destination site -Prune -WhatIf
        Get-RelativeFile site | Should -Be @('a.html', 'b.html', 'i.png')
        $null = Convert-FastMdBatch docs -Destination site -Prune
        Get-RelativeFile site | Should -Be @('a.html')
    }

    It 'is not pruned where there is nothing to go by' {
        { Convert-FastMdBatch docs -Prune } | Should -Throw -ErrorId 'PruneWithoutState,*'
        { Convert-FastMdBatch docs -Destination site -Prune -NoIncremental } | Should -Throw -ErrorId 'PruneWithoutState,*'
    }

    It 'is for one batch at a time' {
        $busy = [IO.File]::Open("$folder/site/.fastmd/lock", 'Open', 'ReadWrite', 'None')
        try {
            { Convert-FastMdBatch docs -Destination site } | Should -Throw -ErrorId 'DestinationInUse,*' -ExpectedMessage '*Another run*'
        }
        finally {
            $busy.Dispose()
        }
    }

    It 'shows under -WhatIf only what would be written' {
        'changed' | Set-Content docs/a.md
        $program, [string[]] $arguments = $ChildShell
        $shown = & $program @arguments -NoProfile -Command "Import-Module '$FastMdModule'; Convert-FastMdBatch '$folder/docs' -Destination '$folder/site' -WhatIf" | Where-Object { $_ -like 'What if*' }
        $shown | Should -HaveCount 1
        $shown | Should -BeLike '*a.html*'
    }
}

Describe 'A shard' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        foreach ($page in 0..6) {
            $null = New-Document "docs/p$page.md" "[next](p$(($page + 1) % 7).md)$('x' * 1000 * $page)" -Folder $folder
        }
    }
    AfterEach {
        Pop-Location
        'CI_NODE_INDEX', 'CI_NODE_TOTAL' | ForEach-Object { Remove-Item -LiteralPath "Env:$_" -ErrorAction Ignore }
    }

    It 'converts its share of all that came, whether it was named or piped' {
        $warnings = @()
        $first = Convert-FastMdBatch docs -Destination one -Shard 1/2 -WarningVariable +warnings
        $second = Get-ChildItem docs | Convert-FastMdBatch -Destination two -BasePath docs -Shard 2/2 -WarningVariable +warnings
        $first.Status + $second.Status | Select-Object -Unique | Should -Be 'Converted'
        (Get-RelativeFile one) + (Get-RelativeFile two) | Sort-Object | Should -Be @(0..6 | ForEach-Object { "p$_.html" })
        $first.Index + $second.Index | Sort-Object | Should -Be (0..6)
        $warnings | Should -BeNullOrEmpty
    }

    It 'takes its number from the environment on request' {
        $env:CI_NODE_INDEX, $env:CI_NODE_TOTAL = 7, 7
        @(Convert-FastMdBatch docs -Shard auto).Count | Should -Be 1
        @(Convert-FastMdBatch docs).Count | Should -Be 7
    }

    It 'is refused where it makes no sense: <Id>' -ForEach @(
        @{ Id = 'InvalidSetting'; Arguments = @{ Shard = '3/2' } }
        @{ Id = 'PruneOfShard'; Arguments = @{ Shard = '1/2'; Destination = 'site'; Prune = $true } }
        @{ Id = 'ShardOfOneFile'; Arguments = @{ Shard = '1/2'; Destination = 'page.html' } }
    ) {
        { Convert-FastMdBatch docs @Arguments } | Should -Throw -ErrorId "$Id,*"
    }
}
