BeforeAll { . $PSScriptRoot/TestSupport.ps1 }
AfterAll { Restore-Environment }

Describe 'Test-FastMdHealth' {
    It 'looks at the machine' {
        (Test-FastMdHealth).Check | Should -Be @(
            'Runtime', 'Processors', 'Memory', 'Garbage collector', 'Tiered PGO', 'Worker processes', 'Temporary folder', 'File locks', 'Versions')
    }

    It 'looks at a destination' {
        $rows = Test-FastMdHealth -Destination (New-Folder)
        $rows.Check | Should -Be @(
            'Runtime', 'Processors', 'Memory', 'Garbage collector', 'Tiered PGO', 'Worker processes', 'Temporary folder',
            'Destination', 'File locks', 'File names', 'Disk space', 'Versions')
        ($rows | Where-Object Check -EQ 'Destination').Status | Should -Be 'Ok'
    }

    It 'gives objects of the module' {
        $row = Test-FastMdHealth | Select-Object -First 1
        $row | Should -BeOfType FastMd.PowerShell.Results.FastMdHealthRow
        $row.Found | Should -Match "^\.NET $([regex]::Escape([Environment]::Version))"
    }

    It 'takes a relative destination from the current location, and makes nothing' {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        try {
            $row = Test-FastMdHealth site/deep | Where-Object Check -EQ 'Destination'
        }
        finally {
            Pop-Location
        }
        $row.Status | Should -Be 'Ok'
        $row.Found | Should -Be "$(Join-Path $folder 'site' 'deep'), to be made in $folder, can be written"
        Get-ChildItem -LiteralPath $folder -Force | Should -BeNullOrEmpty
    }

    It 'says what to do about a destination that cannot be made, and writes no error' {
        $path = Join-Path (New-Document 'file.txt' 'x') 'site'
        $row = Test-FastMdHealth $path -ErrorVariable errors | Where-Object Check -EQ 'Destination'
        $row.Status | Should -Be 'Problem'
        $row.Advice | Should -Not -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
    }

    It 'refuses a destination that is no folder of a file system' {
        { Test-FastMdHealth 'Env:\site' } | Should -Throw -ErrorId 'PathNotFileSystem,*'
    }

    It 'shows a table with the advice below what was found' {
        $lines = (Test-FastMdHealth (Join-Path (New-Document 'file.txt' 'x') 'site') | Out-String -Width 200) -replace '\e\[[\d;]*m' -split '\r?\n'
        $lines | Where-Object { $_ -match '^Check +Status +Found' } | Should -HaveCount 1
        $at = [array]::FindIndex([string[]] $lines, [Predicate[string]] { $args[0] -match '^Destination +Problem ' })
        $lines[$at + 1] | Should -Match '^ +-> Move what is in the way'
    }
}
