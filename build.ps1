#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds FastMd and lays the module out in out/FastMd/<version>/.
.PARAMETER Configuration
    What to build: Release or Debug.
.PARAMETER Test
    Runs all tests afterwards.
.EXAMPLE
    ./build.ps1
    Import-Module ./out/FastMd
#>
[CmdletBinding()]
param(
    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [switch] $Test
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

dotnet build (Join-Path $PSScriptRoot 'src' 'FastMd.PowerShell') -c $Configuration
if ($LASTEXITCODE -ne 0) { throw "The build failed with exit code $LASTEXITCODE." }

if ($Test) {
    dotnet test $PSScriptRoot -c $Configuration
    if ($LASTEXITCODE -ne 0) { throw "Tests failed with exit code $LASTEXITCODE." }
}
