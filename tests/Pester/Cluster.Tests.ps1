# -Cluster against a server of the test's own, with the module's own worker executable.
BeforeDiscovery {
    $why = (Get-Command nats-server -CommandType Application -ErrorAction Ignore) ? '' : 'nats-server is not installed'
}

BeforeAll {
    . $PSScriptRoot/TestSupport.ps1
    Import-Module $FastMdModule
    $folder = New-Folder
    1..30 | ForEach-Object {
        $null = New-Item -ItemType Directory -Force (Join-Path $folder "docs/d$($_ % 3)")
        Set-Content (Join-Path $folder "docs/d$($_ % 3)/p$_.md") "# Page $_`n`n[next](../d$(($_ + 1) % 3)/p$($_ + 1).md)"
    }
}
AfterAll { Restore-Environment }

Describe 'Convert-FastMdBatch -Cluster' {
    It 'refuses <Id>' -ForEach @(
        @{ Id = 'InvalidCluster'; Arguments = @{ Destination = 'site'; Cluster = 'localhost' } }
        @{ Id = 'InvalidCluster'; Arguments = @{ Destination = 'site'; Cluster = 'nats://me:secret@localhost' } }
        @{ Id = 'ClusterWithoutState'; Arguments = @{ Cluster = 'nats://localhost' } }
        @{ Id = 'ClusterAlone'; Arguments = @{ Destination = 'site'; Cluster = 'nats://localhost'; Concurrent = $true } }
        @{ Id = 'ClusterAlone'; Arguments = @{ Destination = 'site'; Cluster = 'nats://localhost'; Shard = '1/2' } }
        @{ Id = 'ClusterWithPdfImages'; Arguments = @{ Destination = 'site'; Cluster = 'nats://localhost'; Setting = @{ pdfImages = $true } } }
        @{ Id = 'ProcessWithOtherProcesses'; Arguments = @{ Destination = 'site'; Cluster = 'nats://localhost'; ProcessWith = { $_ } } }
    ) {
        Push-Location $folder
        try {
            { Convert-FastMdBatch docs -Recurse @Arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,FastMd.PowerShell.Cmdlets.ConvertFastMdBatchCommand"
            $Error[0].ToString() | Should -Not -BeLike '*secret*'
        }
        finally { Pop-Location }
    }

    It 'says where no server is' {
        Push-Location $folder
        try {
            { Convert-FastMdBatch docs -Recurse -Destination none -Cluster nats://127.0.0.1:9 -ErrorAction Stop } |
                Should -Throw -ErrorId 'SharedJob,FastMd.PowerShell.Cmdlets.ConvertFastMdBatchCommand' -ExpectedMessage '*cannot be reached*'
        }
        finally { Pop-Location }
    }
}

Describe 'A job that workers do' -Skip:($why -ne '') {
    BeforeAll {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        $url = "nats://127.0.0.1:$port"
        $store = New-Folder
        $server = Start-Process nats-server -ArgumentList '-a', '127.0.0.1', '-p', $port, '-js', '-sd', $store, '-l', (Join-Path $store 'log') -PassThru
        $executable = Get-ChildItem $FastMdModule -Recurse -Filter fastmd.dll | Select-Object -First 1
        $worker = Start-Process dotnet -ArgumentList $executable.FullName, 'worker', '--cluster', $url -WorkingDirectory $folder -PassThru `
            -RedirectStandardError (Join-Path $store 'worker.log') -RedirectStandardOutput (Join-Path $store 'worker.out')
    }
    AfterAll {
        $worker, $server | Stop-Process -Force -ErrorAction Ignore
    }

    It 'gives the same results and files as one machine' {
        Push-Location $folder
        try {
            $alone = Convert-FastMdBatch docs -Recurse -Destination alone -NoLinkWarning
            # The worker may have been started before the server listened.
            if ($worker.HasExited) {
                $script:worker = Start-Process dotnet -ArgumentList $executable.FullName, 'worker', '--cluster', $url -WorkingDirectory $folder -PassThru
            }

            $shared = Convert-FastMdBatch docs -Recurse -Destination site -NoLinkWarning -Cluster $url
        }
        finally { Pop-Location }

        $shared.SourcePath | Should -Be $alone.SourcePath
        $shared.Status | Should -Be $alone.Status
        foreach ($result in $alone) {
            $name = [IO.Path]::GetRelativePath((Join-Path $folder 'alone'), $result.OutputPath)
            Get-Content -Raw (Join-Path $folder "site/$name") | Should -Be (Get-Content -Raw $result.OutputPath)
        }
    }

    It 'finds everything unchanged the next time' {
        Push-Location $folder
        try { $again = Convert-FastMdBatch docs -Recurse -Destination site -NoLinkWarning }
        finally { Pop-Location }
        $again.Status | Select-Object -Unique | Should -Be 'Unchanged'
    }
}
