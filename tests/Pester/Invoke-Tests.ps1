<#
.SYNOPSIS
    Runs the Pester tests against the module in out/FastMd, or the one $env:FASTMD_MODULE names.
.PARAMETER Name
    Wildcard patterns of the tests to run, by full name.
.PARAMETER Output
    How much Pester says.
.PARAMETER Pester
    The Pester that runs them: a module's name, or the path of its manifest.
.EXAMPLE
    ./tests/Pester/Invoke-Tests.ps1 -Name '*early ends*' -Output Detailed
#>
[CmdletBinding()]
param(
    [string[]] $Name = '*',

    [ValidateSet('None', 'Normal', 'Detailed', 'Diagnostic')]
    [string] $Output = 'Normal',

    [string] $Pester = 'Pester'
)

Import-Module $Pester -MinimumVersion 5.5 -ErrorAction Stop

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Filter.FullName = $Name
$configuration.Output.Verbosity = $Output
$configuration.Output.RenderMode = [Console]::IsOutputRedirected ? 'Plaintext' : 'Auto'
$configuration.Run.PassThru = $true

$run = Invoke-Pester -Configuration $configuration
$run.Skipped | ForEach-Object { "[!] $($_.ExpandedPath) was skipped" }
exit $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
