# What the tests share. Dot-sourced in each BeforeAll.

$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$env:POWERSHELL_UPDATECHECK = 'Off'

$Repository = (Get-Item -LiteralPath $PSScriptRoot).Parent.Parent.FullName

# The module as it is laid out to be installed, and the module that brings other versions of what the engine uses.
$FastMdModule = $env:FASTMD_MODULE ? $env:FASTMD_MODULE : (Join-Path $Repository 'out' 'FastMd')
$OtherModule = $env:FASTMD_OTHER_MODULE ? $env:FASTMD_OTHER_MODULE : (Join-Path $Repository 'out' 'tests' 'OtherModule' 'OtherModule.dll')

# A build agent's own variables, and a user's, would change what the tests see.
$SavedEnvironment = Get-ChildItem Env: | Where-Object Name -Match '^(FASTMD_(?!MODULE|OTHER_MODULE|CORPUS)|TF_BUILD$|GITHUB_ACTIONS$)'
$SavedEnvironment | ForEach-Object { Remove-Item -LiteralPath "Env:$($_.Name)" }

# What starts another PowerShell like this one: a program, and arguments where the program is the .NET host. As a .NET tool and as a package,
# PowerShell is an assembly that the host runs.
[string[]] $ChildShell = if ([IO.Path]::GetFileNameWithoutExtension([Environment]::ProcessPath) -eq 'dotnet') { [Environment]::ProcessPath, (Join-Path $PSHOME 'pwsh.dll') } else { [Environment]::ProcessPath }

Import-Module $FastMdModule -Force -ErrorAction Stop

function Restore-Environment {
    $SavedEnvironment | ForEach-Object { Set-Item -LiteralPath "Env:$($_.Name)" -Value $_.Value }
}

# Writes a document and returns its path in the file system.
function New-Document {
    param([string] $Path, [string] $Text = "# Title`n", [string] $Folder = $TestDrive)
    $full = Join-Path $Folder $Path
    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($full))
    [IO.File]::WriteAllText($full, $Text)
    $full
}

# An empty folder of the test's own.
function New-Folder {
    $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
    [IO.Directory]::CreateDirectory($folder).FullName
}

# Every file in a folder, as relative paths with forward slashes.
# All files of a folder but those of the build state.
function Get-RelativeFile {
    param([string] $Folder)
    if (Test-Path -LiteralPath $Folder) {
        Get-ChildItem -LiteralPath $Folder -Recurse -File -Force |
            ForEach-Object { [IO.Path]::GetRelativePath((Convert-Path -LiteralPath $Folder), $_.FullName).Replace('\', '/') } |
            Where-Object { "/$_" -notlike '*/.fastmd/*' } |
            Sort-Object
    }
}

# Waits until something is so, and says whether it came to be. The deadline only keeps a failing test from hanging.
function Wait-Until {
    param([scriptblock] $Condition, [int] $DeadlineSeconds = 60)
    [Threading.SpinWait]::SpinUntil([Func[bool]] $Condition, [timespan]::FromSeconds($DeadlineSeconds))
}

# How many of the engine's threads there are in this process.
function Get-WorkerThreadCount {
    $names = foreach ($file in [IO.Directory]::GetDirectories('/proc/self/task')) {
        try { [IO.File]::ReadAllText("$file/comm").Trim() } catch [IO.IOException] { $null = 'The thread has just ended.' }
    }
    @($names | Where-Object { $_ -eq 'FastMd worker' }).Count
}

function Assert-NothingRuns {
    Wait-Until { (Get-WorkerThreadCount) -eq 0 } | Should -BeTrue -Because 'no worker may outlive its batch'
}

# Runs a script in a PowerShell process of its own; returns what it printed, errors included, and its exit code.
function Invoke-PowerShell {
    param([string] $Script, [string[]] $InputLine, [string] $WorkingDirectory = $TestDrive, [hashtable] $Environment = @{}, [int] $DeadlineSeconds = 120)
    $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).ps1"
    Set-Content -LiteralPath $file -Value $Script
    $program, [string[]] $arguments = $ChildShell
    $start = [Diagnostics.ProcessStartInfo]::new($program, [string[]] ($arguments + '-NoProfile', '-NoLogo', '-File', $file))
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.WorkingDirectory = $WorkingDirectory
    $start.Environment['NO_COLOR'] = '1'
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $process = [Diagnostics.Process]::Start($start)
    try {
        $output = $process.StandardOutput.ReadToEndAsync()
        $errors = $process.StandardError.ReadToEndAsync()
        $InputLine | ForEach-Object { $process.StandardInput.WriteLine($_) }
        $process.StandardInput.Close()
        if (-not $process.WaitForExit($DeadlineSeconds * 1000)) {
            $process.Kill($true)
            throw "PowerShell did not end within $DeadlineSeconds s."
        }
        [pscustomobject]@{ Output = $output.Result.Trim() + $errors.Result.Trim(); ExitCode = $process.ExitCode }
    }
    finally {
        $process.Dispose()
    }
}
