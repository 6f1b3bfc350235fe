<#
.SYNOPSIS
    Gets a PowerShell of its own for the steps that follow on a build agent, as $env:PWSH.
.PARAMETER Version
    7.4 gets the newest 7.4; newest the newest of all.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [ValidatePattern('^(\d+\.\d+|newest)$')]
    [string] $Version
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

# PowerShell is released as a .NET tool too, the same for every system.
$wanted = $Version -eq 'newest' ? '*' : "$Version.*"
$folder = Join-Path $env:RUNNER_TEMP "pwsh-$Version"
dotnet tool install PowerShell --version $wanted --tool-path $folder
if ($LASTEXITCODE -ne 0) { throw "PowerShell $wanted could not be installed: exit code $LASTEXITCODE." }

$pwsh = Join-Path $folder ($IsWindows ? 'pwsh.exe' : 'pwsh')
& $pwsh -NoProfile -Command '"PowerShell $($PSVersionTable.PSVersion) on $([Runtime.InteropServices.RuntimeInformation]::FrameworkDescription)"'
"PWSH=$pwsh" | Add-Content -LiteralPath $env:GITHUB_ENV
