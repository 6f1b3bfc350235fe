#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds FastMd, tests it, renews its documentation, packs it.
.PARAMETER Task
    What to do, in the order given. Build, the default, lays the module out in out/FastMd/<version>/. Test builds and runs all tests. Docs
    writes what the documentation takes from the code anew: docs/configuration.md's table, docs/fastmd.schema.json and docs/api. Package
    builds and fills out/release: the gallery package of the module, the engine as a library, a bill of materials of each product, and
    checksums of all of it.
.PARAMETER Configuration
    What to build: Release or Debug.
.PARAMETER ProjectUri
    Where the project lives. Packages say so instead of what FastMd.psd1 and Directory.Build.props say.
.PARAMETER CertificateThumbprint
    A code signing certificate in the user's store. The module's package then has a signed catalogue (on Windows).
.PARAMETER CertificatePath
    The same from a PFX file.
.PARAMETER CertificatePassword
    The password of that file.
.EXAMPLE
    ./build.ps1
    Import-Module ./out/FastMd
.EXAMPLE
    ./build.ps1 -Task Test, Package
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Docs', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [uri] $ProjectUri,

    [string] $CertificateThumbprint,

    [string] $CertificatePath,

    [securestring] $CertificatePassword
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Invoke-DotNet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "'dotnet $args' failed with exit code $LASTEXITCODE." }
}

$source = Join-Path $PSScriptRoot 'src'
$steps = Join-Path $PSScriptRoot 'build' 'Package'

switch ($Task) {
    'Build' {
        Invoke-DotNet build (Join-Path $source 'FastMd.PowerShell') -c $Configuration
    }

    'Test' {
        Invoke-DotNet build (Join-Path $source 'FastMd.PowerShell') -c $Configuration
        Invoke-DotNet test $PSScriptRoot -c $Configuration
    }

    'Docs' {
        Invoke-DotNet run --project (Join-Path $PSScriptRoot 'build' 'DocsGenerator') -c $Configuration -- (Join-Path $PSScriptRoot 'docs')
    }

    'Package' {
        $version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'FastMd.psd1')).ModuleVersion
        $layout = Join-Path $PSScriptRoot 'out' 'FastMd' $version
        $release = Join-Path $PSScriptRoot 'out' 'release'
        $address = $ProjectUri ? @("-p:PackageProjectUrl=$ProjectUri") : @()
        $certificate = @{}
        foreach ($name in 'CertificateThumbprint', 'CertificatePath', 'CertificatePassword') {
            if ($PSBoundParameters.ContainsKey($name)) { $certificate[$name] = $PSBoundParameters[$name] }
        }


        Invoke-DotNet build (Join-Path $source 'FastMd.PowerShell') -c $Configuration
        Invoke-DotNet restore (Join-Path $source 'FastMd.Cli')
        Remove-Item $release -Recurse -Force -ErrorAction Ignore
        & (Join-Path $steps 'New-ModulePackage.ps1') -Layout $layout -Destination $release -Configuration $Configuration -ProjectUri $ProjectUri @certificate
        Invoke-DotNet pack (Join-Path $source 'FastMd.Engine') -c $Configuration -o $release @address

        $bill = Join-Path $steps 'New-Sbom.ps1'
        & $bill -Project (Join-Path $source 'FastMd.PowerShell') -Name FastMd -Version $version -Path (Join-Path $release "FastMd.$version.cdx.json")
        & $bill -Project (Join-Path $source 'FastMd.Engine') -Name FastMd.Engine -Version $version -Path (Join-Path $release "FastMd.Engine.$version.cdx.json")
        & $bill -Project (Join-Path $source 'FastMd.Cli') -Name fastmd -Version $version -Kind application -Path (Join-Path $release "fastmd-cli.$version.cdx.json")
        & (Join-Path $steps 'Write-Checksum.ps1') -Path $release
    }
}
