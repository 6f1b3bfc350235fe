BeforeAll {
    . $PSScriptRoot/TestSupport.ps1

    # Numbers of the worker processes that a shell started, by the system's own list.
    function Get-WorkerId {
        Get-Process | Where-Object { $_.Parent.Id -eq $PID -and $_.Name -in 'fastmd', 'dotnet' } | ForEach-Object Id
    }
}
AfterAll { Restore-Environment }

Describe 'Where documents are converted' {
    BeforeEach {
        $folder = New-Folder
        foreach ($number in 1..60) { $null = New-Document "docs/page$number.md" "# Page $number`n`n[next](page$($number % 60 + 1).md)`n" -Folder $folder }
        Push-Location -LiteralPath $folder
    }
    AfterEach { Pop-Location }

    It 'makes no difference to outputs and results' {
        $threads = Convert-FastMdBatch docs one -Recurse -Isolation Thread
        $processes = Convert-FastMdBatch docs two -Recurse -Isolation Process -ProcessCount 2
        ($processes | ForEach-Object { "$($_.Index) $($_.Status) $($_.Title) $($_.OutputBytes)" }) | Should -Be ($threads | ForEach-Object { "$($_.Index) $($_.Status) $($_.Title) $($_.OutputBytes)" })
        Get-RelativeFile two | Should -Be (Get-RelativeFile one)
        foreach ($file in Get-RelativeFile one) {
            [IO.File]::ReadAllText("$folder/two/$file") | Should -BeExactly ([IO.File]::ReadAllText("$folder/one/$file"))
        }
    }

    It 'is other processes, which stay warm for the next batch and end with the module' {
        Remove-Module FastMd
        Import-Module $FastMdModule -Force
        $null = Convert-FastMdBatch docs two -Recurse -Isolation Process -ProcessCount 2 -ThrottleLimit 2
        $first = @(Get-WorkerId)
        $first.Count | Should -Be 2
        $null = Convert-FastMdBatch docs two -Recurse -Isolation Process -ProcessCount 2 -ThrottleLimit 2 -Force
        @(Get-WorkerId) | Should -Be $first
        Remove-Module FastMd
        try { Wait-Until { @(Get-WorkerId).Count -eq 0 } | Should -BeTrue }
        finally { Import-Module $FastMdModule -Force }
    }

    It 'is an error that ends the batch where processes are asked for and cannot be had' {
        $copy = Join-Path $folder 'FastMd'
        Copy-Item -LiteralPath (Split-Path (Get-Module FastMd).Path) $copy -Recurse
        Remove-Item -LiteralPath (Join-Path $copy 'bin') -Recurse -Force
        $script = "Import-Module '$copy'; try { Convert-FastMdBatch docs two -Recurse -Isolation Process } catch { `$_.Exception.Message }; " +
            "(Convert-FastMdBatch docs two -Recurse -Isolation Auto).Count"
        $program, [string[]] $arguments = $ChildShell
        $said = & $program @arguments -NoProfile -NonInteractive -Command $script
        $said[0] | Should -BeLike '*worker processes cannot be had*'
        $said[-1] | Should -Be 60
    }

    It 'is asked for by the environment, too' {
        try {
            $env:FASTMD_ISOLATION = 'process'
            (Convert-FastMdBatch docs two -Recurse | Where-Object Status -EQ 'Converted').Count | Should -Be 60
            (Convert-FastMdText '# A') | Should -Not -BeNullOrEmpty
        }
        finally { Remove-Item Env:FASTMD_ISOLATION }
    }

    It 'survives the processes: killed ones are replaced' {
        $null = Convert-FastMdBatch docs two -Recurse -Isolation Process
        Stop-Process -Id (Get-WorkerId) -Force
        (Convert-FastMdBatch docs two -Recurse -Isolation Process -Force | Where-Object Status -EQ 'Converted').Count | Should -Be 60
    }
}
