#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds FastMd and lays the module out in out/FastMd/<version>/.
.PARAMETER Configuration
    What to build: Release or Debug.
.PARAMETER Test
    Runs all tests afterwards.
.PARAMETER Docs
    Writes what the documentation takes from the table of settings anew, docs/configuration.md's table and docs/fastmd.schema.json, and
    builds nothing else.
.EXAMPLE
    ./build.ps1
    Import-Module ./out/FastMd
#>
[CmdletBinding()]
param(
    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

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

dotnet build (Join-Path $PSScriptRoot 'src' 'FastMd.PowerShell') -c $Configuration
if ($LASTEXITCODE -ne 0) { throw "The build failed with exit code $LASTEXITCODE." }

if ($Test) {
    dotnet test $PSScriptRoot -c $Configuration
    if ($LASTEXITCODE -ne 0) { throw "Tests failed with exit code $LASTEXITCODE." }
}
