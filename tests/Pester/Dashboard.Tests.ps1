# -Dashboard: the live page of a job in this process.
BeforeAll {
    . $PSScriptRoot/TestSupport.ps1
    Import-Module $FastMdModule
    $folder = New-Folder
    1..20 | ForEach-Object {
        $null = New-Item -ItemType Directory -Force (Join-Path $folder 'docs')
        Set-Content (Join-Path $folder "docs/p$_.md") "# Page $_"
    }
}
AfterAll { Restore-Environment }

Describe 'Convert-FastMdBatch -Dashboard' {
    It 'says where the page is, serves it while the pipeline runs, and leaves nothing behind' {
        $seen = [Collections.Generic.List[object]]::new()
        $results = Convert-FastMdBatch (Join-Path $folder docs) -Recurse -Destination (Join-Path $folder site) -Dashboard auto -InformationVariable said 6> $null | ForEach-Object {
            if ($seen.Count -eq 0) {
                $address = ("$($said[0])" -split ' ')[1]
                $seen.Add((Invoke-RestMethod "${address}live.json"))
                $seen.Add((Invoke-WebRequest $address))
                { Invoke-RestMethod ($address -replace '/[0-9a-f]{32}/', '/live.json') } | Should -Throw '*403*'
            }
            $_
        }

        $results | Should -HaveCount 20
        "$($said[0])" | Should -Match '^Dashboard: http://127\.0\.0\.1:\d+/[0-9a-f]{32}/$'
        $seen[0].state | Should -Be 'running'
        $seen[0].processes[0].role | Should -Be 'converter'
        $seen[1].Content | Should -BeLike '*<title>FastMd</title>*'
        { Invoke-RestMethod "${address}live.json" } | Should -Throw
    }

    It 'ends the page with a pipeline that ends early' {
        $null = Convert-FastMdBatch (Join-Path $folder docs) -Recurse -Dashboard auto -InformationVariable said 6> $null | Select-Object -First 1
        $address = ("$($said[0])" -split ' ')[1]
        { Invoke-RestMethod "${address}live.json" } | Should -Throw
    }

    It 'refuses <Where>' -ForEach @(
        @{ Where = 'here' }
        @{ Where = '70000' }
        @{ Where = '192.0.2.1:8080' }
    ) {
        { Convert-FastMdBatch (Join-Path $folder docs) -Recurse -Destination (Join-Path $folder none) -Dashboard $Where -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidDashboard,FastMd.PowerShell.Cmdlets.ConvertFastMdBatchCommand'
        Join-Path $folder none | Should -Not -Exist
    }

    It 'keeps what a short job came to for those who look later' {
        $null = Convert-FastMdBatch (Join-Path $folder docs) -Recurse -Destination (Join-Path $folder later) -Dashboard auto 6> $null
        $told = Get-Content (Join-Path $folder later/.fastmd/live/*.json) -Raw | ConvertFrom-Json
        $told.state | Should -Be 'over'
        $told.completed | Should -Be 20
    }
}
