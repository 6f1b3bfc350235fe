#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds FastMd and lays the module out in out/FastMd/<version>/.
.PARAMETER Configuration
    What to build: Release or Debug.
.PARAMETER Runtime
    Platforms the module is compiled ahead for, such as win-x64; by default the one that builds. On others it is compiled as it runs.
.PARAMETER AllRuntimes
    Compiles the module ahead for every platform that PowerShell runs on and that can be compiled for here.
.PARAMETER Test
    Runs all tests afterwards.
.PARAMETER Docs
    Writes what the documentation takes from the table of settings anew, docs/configuration.md's table and docs/fastmd.schema.json, and
    builds nothing else.
.EXAMPLE
    ./build.ps1
    Import-Module ./out/FastMd
.EXAMPLE
    ./build.ps1 -AllRuntimes
#>
[CmdletBinding()]
param(
    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [string[]] $Runtime = @(),

    [switch] $AllRuntimes,

    [switch] $Test,

    [switch] $Docs
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if ($Docs) {
    dotnet run --project (Join-Path $PSScriptRoot 'build' 'DocsGenerator') -c $Configuration -- (Join-Path $PSScriptRoot 'docs')
    if ($LASTEXITCODE -ne 0) { throw "The documentation could not be written: exit code $LASTEXITCODE." }
    return
}

if ($AllRuntimes) {
    $Runtime = 'win-x64', 'win-arm64', 'linux-x64', 'linux-arm64', 'osx-x64', 'osx-arm64'
}

# What another platform's code is compiled against comes from the registry, if that has it.
$runtimePacks = Join-Path $PSScriptRoot 'build' 'RuntimePacks'
$here = [System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
$runtimes = foreach ($name in $Runtime) {
    if ($name -eq $here) { $name; continue }
    $log = dotnet restore $runtimePacks "-p:ModuleRuntime=$name" 2>&1
    if ($LASTEXITCODE -eq 0) { $name }
    elseif ("$log" -match 'NU110[123]') { Write-Warning "There is no runtime pack for $name here: on that platform the module is compiled as it runs." }
    else { throw "The runtime pack for $name could not be restored:`n$($log -join "`n")" }
}
[string[]] $property = if ($runtimes) { @("-p:ModuleRuntimes=$($runtimes -join '+')") } else { @() }

dotnet build (Join-Path $PSScriptRoot 'src' 'FastMd.PowerShell') -c $Configuration @property
if ($LASTEXITCODE -ne 0) { throw "The build failed with exit code $LASTEXITCODE." }

if ($Test) {
    dotnet test $PSScriptRoot -c $Configuration
    if ($LASTEXITCODE -ne 0) { throw "Tests failed with exit code $LASTEXITCODE." }
}
