BeforeAll {
    . $PSScriptRoot/TestSupport.ps1

    function Get-ErrorId {
        param([object[]] $ErrorRecord)
        $ErrorRecord | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' }
    }

    # What a view shows, without colours and line ends.
    function Get-Shown {
        param([Parameter(ValueFromPipeline)] $InputObject)
        begin { $all = @() }
        process { $all += $InputObject }
        end { ($all | Out-String -Width 120) -replace '\e\[[\d;]*m' -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ } }
    }
}
AfterAll { Restore-Environment }

Describe 'Get-FastMdReport' {
    BeforeAll {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        'a.md', 'b.md', 'sub/c.markdown' | ForEach-Object { $null = New-Document "docs/$_" "# Title`n" -Folder $folder }
        $null = New-Document 'docs/bad.md' ('> ' * 5000) -Folder $folder
        $null = New-Document 'docs/worse.md' ('> ' * 6000) -Folder $folder
        $null = New-Document 'docs/warns.md' "---`na: [`n---`nx" -Folder $folder
        $results = Convert-FastMdBatch docs -Recurse -Destination out -ThrottleLimit 2 -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $report = Get-FastMdReport
    }
    AfterAll { Pop-Location }

    It 'counts documents by what became of them' {
        $report | Should -BeOfType FastMd.PowerShell.Results.Reports.FastMdReport
        $report.Documents, $report.Converted, $report.Failed, $report.TimedOut, $report.Cancelled | Should -Be @(6, 4, 2, 0, 0)
        $report.InputBytes | Should -Be ($results | Where-Object Status -EQ Converted | Measure-Object InputBytes -Sum).Sum
        $report.OutputBytes | Should -Be ($results | Where-Object Status -EQ Converted | Measure-Object OutputBytes -Sum).Sum
    }

    It 'says when it was and how fast' {
        [math]::Abs(([datetime]::Now - $report.Started).TotalMinutes) | Should -BeLessThan 30
        $report.Elapsed | Should -BeGreaterThan ([timespan]::Zero)
        $report.PagesPerSecond * $report.Elapsed.TotalSeconds | Should -BeGreaterThan 3.99
        $report.DocumentsPerMinute / 60 - $report.PagesPerSecond | Should -BeLessThan 0.001
        $report.Latency.Documents | Should -Be 6
        $report.Latency.Maximum | Should -BeGreaterOrEqual $report.Latency.P50
        $report.Workers.AtStart | Should -Be 2
        $report.Attempts | Should -Be 6
        $report.Retried | Should -Be 0
        $report.Version | Should -Match '^\d+\.\d+\.\d+'
    }

    It 'lists what failed, with reason and place' {
        $report.FailureCount | Should -Be 2
        $report.Failures.Path | Split-Path -Leaf | Should -Be @('bad.md', 'worse.md')
        $report.Failures[1].Code | Should -Be 'FM2001'
        $report.Failures[1].Status | Should -Be 'Failed'
        $report.Failures[1].Message | Should -Not -BeNullOrEmpty
    }

    It 'lists sizes, formats, diagnostics, the slowest documents, caches and the course of time' {
        $report.Tiers.Tier | Should -Be 'Tiny'
        $report.Tiers.Documents | Should -Be 6
        $report.Formats.Extension | Should -Be @('.md', '.markdown')
        $report.Formats[0].Documents, $report.Formats[0].Failed | Should -Be @(5, 2)
        $report.Diagnostics[0].Code, $report.Diagnostics[0].Severity, $report.Diagnostics[0].Count | Should -Be @('FM2001', 'Error', 2)
        $report.Diagnostics[1].Code, $report.Diagnostics[1].Severity, $report.Diagnostics[1].Count | Should -Be @('FM1101', 'Warning', 1)
        $report.Slowest.Path | Sort-Object | Should -Be ($results.SourcePath | Sort-Object)
        $report.Slowest[0].Duration | Should -BeGreaterOrEqual $report.Slowest[5].Duration
        $report.Caches.Name | Should -Contain 'Link targets'
        $report.Timeline[-1].Completed | Should -Be 6
    }

    It 'has what ConvertTo-Json needs' {
        $json = $report | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $json.Documents | Should -Be 6
        $json.Failures | Should -HaveCount 2
    }

    It 'shows the headline as a list' {
        $lines = $report | Get-Shown
        $lines -match '^Documents +: 6 \(4 converted, 2 failed\)$' | Should -HaveCount 1
        $lines -match '^Speed +: \S+ pages/s, \S+ MB/s$' | Should -HaveCount 1
        $lines -match '^Latency +: p50 \S+ ms, p95 \S+ ms, p99 \S+ ms, max \S+ ms$' | Should -HaveCount 1
        $lines -match '^Workers +: 2, busy \d+ % of the time$' | Should -HaveCount 1
        $lines -match '^Diagnostics : FM2001 x 2, FM1101 x 1$' | Should -HaveCount 1
        $lines -match '^Failures +: docs.bad\.md: ' | Should -HaveCount 1
        $lines -match '^(Alerts|Retried)' | Should -BeNullOrEmpty
    }

    It 'shows the parts as tables: <Part>' -ForEach @(
        @{ Part = 'Tiers'; Head = 'Tier Documents MB Time ms P95 ms'; Row = '^Tiny +6 +\S+ +\S+ +\S+$' }
        @{ Part = 'Formats'; Head = 'Extension Documents Failed Share'; Row = '^\.md +5 +2 +40 %$' }
        @{ Part = 'Diagnostics'; Head = 'Code Severity Count Documents Share'; Row = '^FM2001 +Error +2 +2 +33\S* %$' }
        @{ Part = 'Failures'; Head = 'Path Code Message'; Row = '^docs.bad\.md\(1,\d+\) +FM2001 ' }
        @{ Part = 'Slowest'; Head = 'ms KB Status Path'; Row = '^ +\S+ +\S+ Converted docs.a\.md$' }
        @{ Part = 'Caches'; Head = 'Name Hits Misses Entries Hit rate'; Row = '^Link targets ' }
        @{ Part = 'Timeline'; Head = 'At s Documents Pages/s MB/s Workers Waiting Memory MB CPU'; Row = '^ +\S+ +6 ' }
    ) {
        $lines = $report.$Part | Get-Shown
        $lines[0].Trim() -replace ' +', ' ' | Should -Be $Head
        @($lines -match $Row).Count | Should -BeGreaterOrEqual 1
    }

    It 'writes the report as <Extension>, relative to the current location' -ForEach @(
        @{ Extension = 'json'; Begins = '^\{\s+"schemaVersion": 1,' }
        @{ Extension = 'html'; Begins = '^<!DOCTYPE html>' }
    ) {
        $file = Get-FastMdReport "reports/last.$Extension"
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -BeExactly (Join-Path $folder 'reports' "last.$Extension")
        Get-Content $file -Raw | Should -Match $Begins
        $file.PSPath | Should -Not -BeNullOrEmpty
    }

    It 'writes to a path with wildcard characters, literally' {
        (Get-FastMdReport 'r [1]*.json').Name | Should -BeExactly 'r [1]*.json'
    }

    It 'writes nothing with -WhatIf' {
        Get-FastMdReport never.json -WhatIf | Should -BeNullOrEmpty
        Test-Path never.json | Should -BeFalse
    }

    It 'refuses <Path>' -ForEach @(
        @{ Path = 'report.txt'; Id = 'InvalidReportPath' }
        @{ Path = 'report'; Id = 'InvalidReportPath' }
        @{ Path = 'Env:/report.json'; Id = 'PathNotFileSystem' }
    ) {
        { Get-FastMdReport $Path } | Should -Throw -ErrorId "$Id,*"
    }

    It 'says so where the file cannot be written, and goes on' {
        $path = Join-Path (New-Document 'file.txt' 'x') 'report.json'
        Get-FastMdReport $path -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $errors | Should -Be 'ReportUnwritable'
        $errors[0].CategoryInfo.Category | Should -Be 'WriteError'
        $errors[0].TargetObject | Should -Be $path
    }
}

Describe 'Whose report it is' {
    BeforeAll {
        $one = New-Document 'one.md'
        $two = New-Document 'two.md'

        # Runs scripts one after the other in a session of its own; returns what the last puts out.
        function Invoke-Session {
            param([string[]] $Script)
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddScript("Import-Module '$FastMdModule'").Invoke()
                foreach ($text in $Script) {
                    $shell.Commands.Clear()
                    $output = $shell.AddScript($text).Invoke()
                }
                [pscustomobject]@{ Output = $output; Errors = @($shell.Streams.Error) }
            }
            finally {
                $shell.Dispose()
            }
        }
    }
    AfterEach { Remove-Item Env:FASTMD_ALERT_ERROR_PERCENT -ErrorAction Ignore }

    It 'is nobody''s before the first batch: that is an error, and one only' {
        $end = Invoke-Session 'Get-FastMdReport'
        $end.Output | Should -BeNullOrEmpty
        Get-ErrorId $end.Errors | Should -Be 'NoReport'
        $end.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'is that of the last batch, in the session it ran in' {
        $null = Convert-FastMdBatch -LiteralPath $one
        (Invoke-Session "Convert-FastMdBatch '$two', '$one'", "Convert-FastMdBatch '$two'", '(Get-FastMdReport).Slowest.Path').Output | Should -Be $two
        (Get-FastMdReport).Slowest.Path | Should -Be $one
    }

    It 'is that of each runspace of ForEach-Object -Parallel' {
        $paths = $one, $two | ForEach-Object -ThrottleLimit 2 -Parallel {
            Import-Module $using:FastMdModule
            $null = Convert-FastMdBatch -LiteralPath $_
            (Get-FastMdReport).Slowest.Path
        }
        $paths | Sort-Object | Should -Be @($one, $two)
    }

    It 'is not that of a text' {
        $null = Convert-FastMdBatch -LiteralPath $one, $two
        $null = Convert-FastMdText 'x'
        (Get-FastMdReport).Documents | Should -Be 2
    }

    It 'is not that of a dry run' {
        $null = Convert-FastMdBatch -LiteralPath $one, $two
        $null = Convert-FastMdBatch -LiteralPath $one -Destination "$TestDrive/dry" -BasePath $TestDrive -WhatIf
        (Get-FastMdReport).Documents | Should -Be 2
    }

    It 'is that of a batch of no documents, too' {
        $null = Convert-FastMdBatch -LiteralPath $one
        $null = Convert-FastMdBatch "$TestDrive/*.none"
        $report = Get-FastMdReport
        $report.Documents | Should -Be 0
        ($report | Get-Shown) -match '^Documents +: 0 \(0 converted\)$' | Should -HaveCount 1
    }

    It 'is that of the batch inside where one runs in the other''s pipeline, until the outer one ends' {
        $inside = Convert-FastMdBatch -LiteralPath $one | ForEach-Object { $null = Convert-FastMdBatch -LiteralPath $two; (Get-FastMdReport).Slowest.Path }
        $inside | Should -Be $two
        (Get-FastMdReport).Slowest.Path | Should -Be $one
    }

    It 'holds the alerts, which are warnings too' {
        $env:FASTMD_ALERT_ERROR_PERCENT = '10'
        $bad = New-Document 'bad.md' ('> ' * 5000)
        $null = Convert-FastMdBatch -LiteralPath $one, $bad -ErrorAction SilentlyContinue -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -Match '\[FM4007\]$'
        $report = Get-FastMdReport
        $report.AlertCount | Should -Be 1
        $report.Alerts[0].Name | Should -Be 'errors'
        ($report | Get-Shown) -match '^Alerts +: 50 % of 2 documents failed' | Should -HaveCount 1
    }
}
