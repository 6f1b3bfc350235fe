BeforeAll {
    . $PSScriptRoot/TestSupport.ps1

    function Get-ErrorId {
        param([object[]] $ErrorRecord)
        $ErrorRecord | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' }
    }

    function Get-MeasuringFolder {
        Get-ChildItem ([IO.Path]::GetTempPath()) -Filter 'fastmd-measure-*' -Directory | ForEach-Object FullName
    }
}
AfterAll { Restore-Environment }

Describe 'Measure-FastMd' {
    BeforeAll {
        $folder = New-Folder
        Push-Location -LiteralPath $folder
        'a.md', 'b.md', 'sub/c.md' | ForEach-Object { $null = New-Document "docs/$_" "# Title`n" -Folder $folder }
        $null = New-Document 'docs/d.txt' "text`n" -Folder $folder
    }
    AfterAll { Pop-Location }

    It 'measures each number of workers up to the limit' {
        $speed = Measure-FastMd docs -Recurse -ThrottleLimit 3 -Round 2
        $speed | Should -BeOfType FastMd.PowerShell.Results.Speed.FastMdSpeed
        $speed.Documents, $speed.Failed, $speed.InputBytes, $speed.Rounds | Should -Be @(3, 0, 24, 2)
        $speed.Points.Workers | Should -Be @(1, 2, 3)
        $speed.Points[0].SpeedUp, $speed.Points[0].Efficiency | Should -Be @(1, 1)
        $speed.Points | ForEach-Object { $_.DocumentsPerSecond * $_.Elapsed.TotalSeconds | Should -BeGreaterThan 2.99 }
        $speed.RecommendedWorkers | Should -BeIn @(1, 2, 3)
        $speed.SerialFraction | Should -BeGreaterOrEqual 0
        $speed.SerialFraction | Should -BeLessOrEqual 1
        $speed.Stages.Parse | Should -BeGreaterThan ([timespan]::Zero)
        $speed.Stages.Write | Should -BeGreaterThan ([timespan]::Zero)
    }

    It 'measures as many workers as there are processors where no limit is given' {
        (Measure-FastMd docs -Round 1).Points[-1].Workers | Should -Be ([Environment]::ProcessorCount)
    }

    It 'takes its documents from <How>' -ForEach @(
        @{ How = 'a directory'; Run = { Measure-FastMd docs -Round 1 -ThrottleLimit 1 }; Count = 2 }
        @{ How = 'wildcards'; Run = { Measure-FastMd docs/*.md, docs/sub/c.md -Round 1 -ThrottleLimit 1 }; Count = 3 }
        @{ How = 'a literal path'; Run = { Measure-FastMd -LiteralPath docs/a.md -Round 1 -ThrottleLimit 1 }; Count = 1 }
        @{ How = 'the pipeline'; Run = { Get-ChildItem docs -Recurse -Filter *.md | Measure-FastMd -Round 1 -ThrottleLimit 1 }; Count = 3 }
        @{ How = 'patterns'; Run = { Measure-FastMd docs -Recurse -Include *.txt, *.md -Exclude a.md -Round 1 -ThrottleLimit 1 }; Count = 3 }
        @{ How = 'places far apart'; Run = { Measure-FastMd docs/a.md, (New-Document 'far/away/x.md') -Round 1 -ThrottleLimit 1 }; Count = 2 }
    ) {
        $speed = & $Run
        $speed.Documents, $speed.Failed | Should -Be @($Count, 0)
    }

    It 'takes any setting by its key' {
        (Measure-FastMd docs -Recurse -Setting @{ include = '*.txt', '*.md'; workers = 1 } -Round 1).Documents | Should -Be 4
        { Measure-FastMd docs -Setting @{ retires = 1 } } | Should -Throw -ErrorId 'InvalidSetting,*'
    }

    It 'leaves nothing behind' {
        $before = @(Get-MeasuringFolder)
        $null = Measure-FastMd docs -Round 1 -ThrottleLimit 1
        Get-MeasuringFolder | Where-Object { $_ -notin $before } | Should -BeNullOrEmpty
        Get-RelativeFile $folder | Should -Be @('docs/a.md', 'docs/b.md', 'docs/d.txt', 'docs/sub/c.md')
    }

    It 'writes to a destination, relative to the current location' {
        $null = Measure-FastMd docs site -Recurse -Round 1 -ThrottleLimit 1
        Get-RelativeFile site | Should -Be @('a.html', 'b.html', 'sub/c.html')
        Remove-Item site -Recurse
    }

    It 'does not touch the report of the last batch' {
        $null = Convert-FastMdBatch docs/a.md
        $null = Measure-FastMd docs -Round 1 -ThrottleLimit 1
        (Get-FastMdReport).Documents | Should -Be 1
    }

    It 'does nothing with -WhatIf' {
        Measure-FastMd docs site -WhatIf | Should -BeNullOrEmpty
        Test-Path site | Should -BeFalse
    }

    It 'measures documents that fail along with the others, and warns' {
        $bad = New-Document 'bad.md' ('> ' * 5000)
        $speed = Measure-FastMd $bad, docs/a.md -Round 1 -ThrottleLimit 1 -WarningVariable warnings -WarningAction SilentlyContinue
        $speed.Documents, $speed.Failed | Should -Be @(2, 1)
        $warnings | Should -Be '1 of 2 documents failed each time; Convert-FastMdBatch says why.'
    }

    It 'writes the measurement as <Extension>' -ForEach @(
        @{ Extension = 'json'; Begins = '^\{\s+"documents": 2,' }
        @{ Extension = 'html'; Begins = '^<!DOCTYPE html>' }
    ) {
        $path = Join-Path (New-Folder) 'deep' "speed.$Extension"
        (Measure-FastMd docs -Round 1 -ThrottleLimit 1 -ReportPath $path).Documents | Should -Be 2
        Get-Content -LiteralPath $path -Raw | Should -Match $Begins
    }

    It 'gives the measurement even where its file cannot be written' {
        $path = Join-Path (New-Document 'file.txt' 'x') 'speed.html'
        (Measure-FastMd docs -Round 1 -ThrottleLimit 1 -ReportPath $path -ErrorVariable errors -ErrorAction SilentlyContinue).Documents | Should -Be 2
        Get-ErrorId $errors | Should -Be 'ReportUnwritable'
    }

    It 'refuses <What>, before anything is done' -ForEach @(
        @{ What = 'a report in no form'; Parameters = @{ ReportPath = 'speed.txt' }; Id = 'InvalidReportPath' }
        @{ What = 'no rounds'; Parameters = @{ Round = 0 }; Id = 'ParameterArgumentValidationError' }
        @{ What = 'a limit out of bounds'; Parameters = @{ ThrottleLimit = -1 }; Id = 'InvalidSetting' }
        @{ What = 'a budget out of bounds'; Parameters = @{ MemoryLimitMB = 0 }; Id = 'InvalidSetting' }
        @{ What = 'a destination that is no folder'; Parameters = @{ Destination = 'Env:/x' }; Id = 'PathNotFileSystem' }
    ) {
        { Measure-FastMd docs @Parameters } | Should -Throw -ErrorId "$Id,*"
    }

    It 'says in one error that there is nothing to measure: <What>' -ForEach @(
        @{ What = 'no documents'; Run = { Measure-FastMd docs -Include *.none }; Id = 'NoDocuments' }
        @{ What = 'wildcards that match nothing'; Run = { Measure-FastMd *.none }; Id = 'PathNotFound' }
        @{ What = 'a name in brackets that there is not'; Run = { '[x].md' | Measure-FastMd }; Id = 'PathNotFound' }
        @{ What = 'a path that is not there'; Run = { Measure-FastMd missing }; Id = 'PathNotFound' }
        @{ What = 'a literal path that is not there'; Run = { Measure-FastMd -LiteralPath missing }; Id = 'PathNotFound' }
    ) {
        $said = & $Run 2>&1
        Get-ErrorId $said | Should -Be $Id
    }

    It 'shows a table of the points, then the advice' {
        $speed = Measure-FastMd docs -Round 1 -ThrottleLimit 2
        $lines = ($speed | Out-String -Width 120).Trim() -replace '\e\[[\d;]*m' -split '\r?\n'
        $lines[0] -replace ' +', ' ' | Should -Be 'Workers Time s Pages/s MB/s Speed-up Efficiency Busy'
        $lines[1] | Should -Match '^ +1 +\d+\.\d{3} +\S+ +\S+ +1\.00 x +100 % +\d+ %$'
        $lines[2] | Should -Match '^ +2 '
        $lines -match '^2 documents, 0\.0 MB; one run each\.$' | Should -HaveCount 1
        $lines -match '^Time of one worker: read \d+ %, decode \d+ %, parse \d+ %, render \d+ %, write \d+ %, wait \d+ %\.$' | Should -HaveCount 1
        $lines[-1] | Should -Match "^Serial part by Amdahl's law: \S+ %\. Recommended: -ThrottleLimit [12]\.$"
        ($speed.Points | Out-String).Trim() -replace '\e\[[\d;]*m' -split '\r?\n' | Select-Object -First 1 |
            Should -Match '^Workers +Time s +Pages/s +MB/s +Speed-up +Efficiency +Busy$'
    }
}

Describe 'The end of a measurement' -Skip:(-not $IsLinux) {
    It 'comes in a moment with Ctrl+C, and leaves nothing' {
        $before = @(Get-MeasuringFolder)
        $folder = New-Folder
        1..50 | ForEach-Object { $null = New-Document "$_.md" ("# T`n`n" + ("- some *text* with ``code```n" * 400)) -Folder $folder }
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($Module, $Folder) Import-Module $Module; Measure-FastMd $Folder -Round 1000 -ThrottleLimit 2').AddArgument($FastMdModule).AddArgument($folder)
        try {
            $running = $shell.BeginInvoke()
            Wait-Until { @(Get-MeasuringFolder | Where-Object { $_ -notin $before }).Count -gt 0 -and (Get-WorkerThreadCount) -gt 0 } | Should -BeTrue
            $running.IsCompleted | Should -BeFalse
            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
        Assert-NothingRuns
        Get-MeasuringFolder | Where-Object { $_ -notin $before } | Should -BeNullOrEmpty
    }
}
