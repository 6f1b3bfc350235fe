BeforeAll { . $PSScriptRoot/TestSupport.ps1 }
AfterAll { Restore-Environment }

Describe 'A script block that each document goes through' {
    BeforeEach {
        $folder = New-Folder
        foreach ($name in 'a', 'b', 'c') { $null = New-Document "docs/$name.md" "$name`n" -Folder $folder }
        Push-Location -LiteralPath $folder
    }
    AfterEach { Pop-Location }

    It 'makes the outputs, in the order of the input' {
        $results = Convert-FastMdBatch docs site -Recurse -ProcessWith { $_.ToUpper() }
        $results.Status | Should -Be 'Converted', 'Converted', 'Converted'
        [IO.File]::ReadAllText("$folder/site/b.html") | Should -BeExactly "<P>B</P>`n"
        $results[1].OutputBytes | Should -Be 9
    }

    It 'gets the document as <way>' -ForEach @(
        @{ way = 'an underscore'; script = { "[$_]" } }
        @{ way = 'pipeline input'; script = { $input | ForEach-Object { "[$_]" } } }
        @{ way = 'input of a process block'; script = { process { "[$_]" } } }
        @{ way = 'a parameter that takes pipeline input'; script = { param([Parameter(ValueFromPipeline)] $Text) process { "[$Text]" } } }
        @{ way = 'its first parameter'; script = { param($Document) "[$($Document.Text)]" } }
        @{ way = 'a mandatory parameter'; script = { [CmdletBinding()] param([Parameter(Mandatory)] $Document) "[$Document]" } }
        @{ way = 'a variable'; script = { "[$($FastMdDocument.Text)]" } }
    ) {
        (Convert-FastMdBatch docs/a.md -ProcessWith $script).Content | Should -BeExactly "[<p>a</p>`n]"
    }

    It 'knows which document it is' {
        $content = (Convert-FastMdBatch docs -Recurse -To Context -ProcessWith { "$($FastMdDocument.Source)|$($FastMdDocument.Name)|$($FastMdDocument.Target)" }).Content
        $content[0].Replace('\', '/') | Should -BeExactly "$($folder.Replace('\', '/'))/docs/a.md|a.md|context"
    }

    It 'writes as many lines as it likes, of any type' {
        (Convert-FastMdBatch docs/a.md -ProcessWith { 1; 'two'; 3.5 }).Content | Should -BeExactly "1`ntwo`n3.5"
    }

    It 'has the variables of the caller that it names, and their properties' {
        $language = 'de'
        $options = @{ Tone = @('formal', 'brief') }
        (Convert-FastMdBatch docs/a.md -ProcessWith { "$using:LANGUAGE $($using:options.Tone[1]) $($using:language)" }).Content | Should -BeExactly 'de brief de'
    }

    It 'may name a variable that has no value' {
        $nothing = $null
        (Convert-FastMdBatch docs/a.md -ProcessWith { "[$using:nothing]" }).Content | Should -BeExactly '[]'
    }

    It 'is refused where it names a variable that there is not, or a script block' {
        { Convert-FastMdBatch docs/a.md -ProcessWith { $using:nowhere } } | Should -Throw -ErrorId 'InvalidProcessWith*'
        $block = { 1 }
        { Convert-FastMdBatch docs/a.md -ProcessWith { & $using:block } } | Should -Throw -ErrorId 'InvalidProcessWith*'
    }

    It 'runs in runspaces of its own, in the current location, with nothing of the document before' {
        $outside = 'seen'
        $content = (Convert-FastMdBatch docs -Recurse -NoParallel -ProcessWith { "$outside|$left|$($PWD.ProviderPath)"; $left = 'left' }).Content
        $content | Should -Be @("||$folder", "||$folder", "||$folder")
        Get-Variable left -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'runs for several documents at once' {
        $barrier = [Threading.Barrier]::new(3)
        $results = Convert-FastMdBatch docs -Recurse -ThrottleLimit 3 -ProcessWith { if (($using:barrier).SignalAndWait(60000)) { 'met' } }
        $results.Content | Should -Be 'met', 'met', 'met'
    }

    It 'costs one document and one error where it <way>' -ForEach @(
        @{ way = 'throws'; script = { if ($FastMdDocument.Name -eq 'b.md') { throw 'broken' }; $_ } }
        @{ way = 'writes an error'; script = { if ($FastMdDocument.Name -eq 'b.md') { Write-Error 'broken' }; $_ } }
        @{ way = 'calls what throws'; script = { if ($FastMdDocument.Name -eq 'b.md') { [IO.File]::ReadAllText('/broken/broken') }; $_ } }
    ) {
        $results = Convert-FastMdBatch docs site -Recurse -ProcessWith $script -ErrorAction SilentlyContinue -ErrorVariable errors
        $results.Status | Should -Be 'Converted', 'Failed', 'Converted'
        $errors.FullyQualifiedErrorId | Should -Be 'StepFailed,FastMd.PowerShell.Cmdlets.ConvertFastMdBatchCommand'
        $errors[0].Exception.Message | Should -BeLike '*b.md: *script block failed: *broken*line 1*FM4015*'
        Get-RelativeFile site | Should -Be 'a.html', 'c.html'
    }

    It 'is given up at the time limit, and stopped' {
        $result = Convert-FastMdBatch docs/a.md -TimeoutSec 1 -ProcessWith { Start-Sleep 600 } -ErrorAction SilentlyContinue
        $result.Status | Should -Be 'TimedOut'
    }

    It 'is stopped when the pipeline ends early' {
        $null = Convert-FastMdBatch docs -Recurse -ThrottleLimit 2 -Unordered -ProcessWith {
            if ($FastMdDocument.Name -eq 'a.md') { $_ } else { Start-Sleep 600 }
        } | Select-Object -First 1
    }

    It 'is tried again where a service refuses for now' {
        $tries = [Collections.Concurrent.ConcurrentQueue[string]]::new()
        $result = Convert-FastMdBatch docs/a.md -ProcessWith {
            ($using:tries).Enqueue('try')
            if (($using:tries).Count -eq 1) {
                $busy = [Exception]::new('busy')
                $busy.Data['RetryAfter'] = 0.01
                throw $busy
            }
            'done'
        }
        $result.Content | Should -Be 'done'
        $result.Attempts | Should -Be 2
    }

    It 'takes <status> of a web service for a refusal, and says so when retries do not help' -ForEach @{ status = 429 }, @{ status = 503 } {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $address = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/"
        $answering = Start-ThreadJob {
            for ($call = 0; $call -lt 2; $call++) {
                $client = ($using:listener).AcceptTcpClient()
                $stream = $client.GetStream()
                $null = $stream.Read([byte[]]::new(4096), 0, 4096)
                $answer = [Text.Encoding]::ASCII.GetBytes("HTTP/1.1 $using:status Busy`r`nRetry-After: 0`r`nContent-Length: 0`r`nConnection: close`r`n`r`n")
                $stream.Write($answer, 0, $answer.Length)
                $client.Close()
            }
        }
        try {
            $result = Convert-FastMdBatch docs/a.md -Setting @{ retries = 1 } -ProcessWith { Invoke-RestMethod $using:address } -ErrorAction SilentlyContinue -ErrorVariable errors
        }
        finally {
            $listener.Stop()
            $answering | Remove-Job -Force
        }
        $result.Attempts | Should -Be 2
        $errors.FullyQualifiedErrorId | Should -Be 'StepRefused,FastMd.PowerShell.Cmdlets.ConvertFastMdBatchCommand'
        $errors[0].Exception.Message | Should -BeLike "*refused ($status)*"
    }

    It 'is part of what outputs depend on, and so are values from outside' {
        $calls = [Collections.Concurrent.ConcurrentQueue[string]]::new()
        $script = { ($using:calls).Enqueue('call'); "$_ $using:language" }
        $language = 'de'
        $null = Convert-FastMdBatch docs site -Recurse -ProcessWith $script
        (Convert-FastMdBatch docs site -Recurse -ProcessWith $script).Status | Should -Be 'Unchanged', 'Unchanged', 'Unchanged'
        $calls.Count | Should -Be 3
        $language = 'fr'
        $null = Convert-FastMdBatch docs site -Recurse -ProcessWith $script
        $calls.Count | Should -Be 6
        [IO.File]::ReadAllText("$folder/site/a.html") | Should -BeLike '*fr'
        $null = Convert-FastMdBatch docs site -Recurse
        [IO.File]::ReadAllText("$folder/site/a.html") | Should -BeExactly "<p>a</p>`n"
    }

    It 'does not go with other processes, nor where there are no outputs' {
        { Convert-FastMdBatch docs site -Recurse -Isolation Process -ProcessWith { $_ } } | Should -Throw -ErrorId 'ProcessWithOtherProcesses*'
        { Convert-FastMdBatch docs -Recurse -CheckLinks -ProcessWith { $_ } } | Should -Throw -ErrorId 'ProcessWithoutOutputs*'
        Test-Path site | Should -BeFalse
    }

    It 'runs as often as a rate limit allows, whose value is checked' {
        (Convert-FastMdBatch docs -Recurse -RateLimit 1000/s -ProcessWith { $_ }).Status | Should -Be 'Converted', 'Converted', 'Converted'
        { Convert-FastMdBatch docs -Recurse -RateLimit quick -ProcessWith { $_ } } | Should -Throw -ErrorId 'InvalidSetting*'
    }
}
