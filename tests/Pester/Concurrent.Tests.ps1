BeforeAll { . $PSScriptRoot/TestSupport.ps1 }
AfterAll { Restore-Environment }

Describe 'A job that processes share' {
    BeforeEach {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        foreach ($page in 0..39) {
            $null = New-Document "docs/p$page.md" "# Page $page`n`n[next](p$(($page + 1) % 40).md)`n" -Folder $folder
        }
    }
    AfterEach { Pop-Location }

    It 'gives each document once, whichever process has it' {
        $program, [string[]] $arguments = $ChildShell
        $other = Start-ThreadJob -ArgumentList $program, $arguments, $FastMdModule, $folder {
            param($program, $arguments, $module, $folder)
            & $program @arguments -NoProfile -Command "Import-Module '$module'; Set-Location '$folder'; Convert-FastMdBatch docs -Destination site -Concurrent | ForEach-Object SourcePath"
        }
        $mine = @(Convert-FastMdBatch docs -Destination site -Concurrent | ForEach-Object SourcePath)
        $theirs = @($other | Receive-Job -Wait -AutoRemoveJob)

        # The other process may come when all is done, and look at everything again.
        $theirs.Count + $mine.Count | Should -BeIn 40, 80
        (Get-RelativeFile site).Count | Should -Be 40
        (Get-FastMdManifest site).IsOver | Should -BeTrue
    }

    It 'collects its input first, by name or by pipeline' {
        $results = Get-ChildItem docs | Convert-FastMdBatch -Destination site -BasePath docs -Concurrent
        $results | Should -HaveCount 40
        $results.Status | Select-Object -Unique | Should -Be Converted
        (Convert-FastMdBatch docs/p1.md -Destination one -Concurrent).Status | Should -Be Converted
    }

    It 'shows how far it is' {
        $null = Convert-FastMdBatch docs -Destination site -Concurrent
        $manifest = Get-FastMdManifest site
        $manifest | Should -BeOfType FastMd.PowerShell.Results.FastMdManifest
        $manifest.TotalItems, $manifest.Completed, $manifest.Failed, $manifest.Pending | Should -Be 40, 40, 0, 0
        $manifest.Items[0].Source | Should -Be 'p0.md'
        $manifest.Items[0].Status | Should -Be Completed
        $manifest.SourceRoot | Should -Be (Join-Path $folder docs)
        (Get-Content site/.fastmd/manifest.json | ConvertFrom-Json).schemaVersion | Should -Be '2.0.0'
    }

    It 'tells of what failed in every run until it is reopened' {
        $bad = New-Document 'docs/bad.md' ('> ' * 5000) -Folder $folder
        $null = Convert-FastMdBatch docs -Destination site -Concurrent -ErrorAction SilentlyContinue -ErrorVariable first
        $null = Convert-FastMdBatch docs -Destination site -Concurrent -ErrorAction SilentlyContinue -ErrorVariable second
        $first.FullyQualifiedErrorId, $second.FullyQualifiedErrorId | ForEach-Object { $_ | Should -BeLike 'NestingTooDeep,*' }
        $second.TargetObject | Should -Be $bad

        $reopened = Reset-FastMdManifest site
        $reopened.Source, $reopened.Status, $reopened.Attempts | Should -Be 'bad.md', 'Failed', 1
        (Get-FastMdManifest site).Pending | Should -Be 1
        $null = New-Document 'docs/bad.md' '# Good' -Folder $folder

        # Outputs of the last moment of a run may be looked at again.
        (Convert-FastMdBatch docs -Destination site -Concurrent | Where-Object Status -EQ Converted).SourcePath | Should -Be $bad
    }

    It 'reopens documents by name, by pattern and only where that is meant' {
        $null = Convert-FastMdBatch docs -Destination site -Concurrent
        Reset-FastMdManifest site p1.md -WhatIf
        (Get-FastMdManifest site).Pending | Should -Be 0
        (Reset-FastMdManifest site p1.md, 'p3?.md').Count | Should -Be 11
        Get-FastMdManifest site | Reset-FastMdManifest -Source p2.md | ForEach-Object Source | Should -Be p2.md
        Reset-FastMdManifest site nothing.md -ErrorAction SilentlyContinue -ErrorVariable unknown
        $unknown.FullyQualifiedErrorId | Should -BeLike 'ItemNotFound,*'
    }

    It 'writes nothing with -WhatIf' {
        $null = Convert-FastMdBatch docs -Destination site -Concurrent -WhatIf
        Test-Path site | Should -BeFalse
    }

    It 'ends early without harm to the job' {
        $null = Convert-FastMdBatch docs -Destination site -Concurrent -ThrottleLimit 1 | Select-Object -First 1
        $null = Convert-FastMdBatch docs -Destination site -Concurrent
        (Get-FastMdManifest site).Completed | Should -Be 40
        (Get-FastMdManifest site).Workers | Should -BeNullOrEmpty
    }

    It 'is refused where it makes no sense: <Id>' -ForEach @(
        @{ Id = 'ConcurrentWithoutState'; Arguments = @{} }
        @{ Id = 'ConcurrentWithoutState'; Arguments = @{ Destination = 'site'; NoIncremental = $true } }
        @{ Id = 'ConcurrentWithoutState'; Arguments = @{ Destination = 'site'; CheckLinks = $true } }
        @{ Id = 'ConcurrentShard'; Arguments = @{ Destination = 'site'; Shard = '1/2' } }
        @{ Id = 'ProcessWithOtherProcesses'; Arguments = @{ Destination = 'site'; ProcessWith = { $_ } } }
    ) {
        { Convert-FastMdBatch docs -Concurrent @Arguments } | Should -Throw -ErrorId "$Id,*"
    }

    It 'says where there is none' {
        { Get-FastMdManifest nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'NoJob,*'
        { Reset-FastMdManifest nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'NoJob,*'
    }
}
