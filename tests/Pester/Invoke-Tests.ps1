<#
.SYNOPSIS
    Runs the Pester tests against the module in out/FastMd, or the one $env:FASTMD_MODULE names.
.PARAMETER Name
    Wildcard patterns of the tests to run, by full name.
.PARAMETER Output
    How much Pester says.
.EXAMPLE
    ./tests/Pester/Invoke-Tests.ps1 -Name '*early ends*' -Output Detailed
#>
[CmdletBinding()]
param(
    [string[]] $Name = '*',

    [ValidateSet('None', 'Normal', 'Detailed', 'Diagnostic')]
    [string] $Output = 'Normal'
)

Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.Exit = $true
$configuration.Filter.FullName = $Name
$configuration.Output.Verbosity = $Output
$configuration.Output.RenderMode = [Console]::IsOutputRedirected ? 'Plaintext' : 'Auto'
Invoke-Pester -Configuration $configuration
