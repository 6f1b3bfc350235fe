#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds FastMd, tests it, renews its documentation, packs it.
.PARAMETER Task
    What to do, in the order given. Build, the default, lays the module out in out/FastMd/<version>/, with the native executable of this
    platform for its worker processes, where what links it is installed. Test builds and runs all tests. Docs
    writes what the documentation takes from the code anew: docs/configuration.md's table, docs/fastmd.schema.json and docs/api. Package
    builds and fills out/release: the gallery package of the module, the engine as a library, a bill of materials of each product, and
    checksums of all of it.
.PARAMETER Configuration
    What to build: Release or Debug.
.PARAMETER Runtime
    Platforms the module is compiled ahead for, such as win-x64; by default the one that builds. On others it is compiled as it runs.
.PARAMETER AllRuntimes
    Compiles the module ahead for every platform that PowerShell runs on and that can be compiled for here.
.PARAMETER NoNative
    Leaves the native executable out: worker processes are managed ones then.
.PARAMETER NativeExecutables
    A folder with native executables that were built elsewhere, each in a folder called after its platform (linux-x64/fastmd): they are put into
    the module instead of one built here.
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
    ./build.ps1 -AllRuntimes
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

    [string[]] $Runtime = @(),

    [switch] $AllRuntimes,

    [switch] $NoNative,

    [string] $NativeExecutables,

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

$version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'FastMd.psd1')).ModuleVersion
$layout = Join-Path $PSScriptRoot 'out' 'FastMd' $version
$source = Join-Path $PSScriptRoot 'src'
$steps = Join-Path $PSScriptRoot 'build' 'Package'

# Lays the module out, and puts the native executables of its worker processes there.
function Build-Module {
    Invoke-DotNet build (Join-Path $source 'FastMd.PowerShell') -c $Configuration @property
    $bin = Join-Path $layout 'bin'
    if ($NativeExecutables) {
        Copy-Item (Join-Path (Resolve-Path $NativeExecutables) '*-*') $bin -Recurse -Force
    }
    elseif (-not $NoNative) {
        $native = Join-Path $PSScriptRoot 'out' 'native' $here
        $log = dotnet publish (Join-Path $source 'FastMd.Cli') -c $Configuration -r $here -p:Native=true -o $native 2>&1
        if ($LASTEXITCODE -ne 0) {
            $reason = @($log | Where-Object { "$_" -match 'error' })[0]
            Write-Warning "The module has no native executable for $here, and its worker processes run the managed one: $reason"
            return
        }

        $null = New-Item -ItemType Directory -Force (Join-Path $bin $here)
        Copy-Item (Join-Path $native 'fastmd*') (Join-Path $bin $here) -Include 'fastmd', 'fastmd.exe'
    }
}

switch ($Task) {
    'Build' {
        Build-Module
    }

    'Test' {
        Invoke-DotNet build (Join-Path $source 'FastMd.PowerShell') -c $Configuration @property
        Invoke-DotNet test $PSScriptRoot -c $Configuration
    }

    'Docs' {
        Invoke-DotNet run --project (Join-Path $PSScriptRoot 'build' 'DocsGenerator') -c $Configuration -- (Join-Path $PSScriptRoot 'docs')
    }

    'Package' {
        $release = Join-Path $PSScriptRoot 'out' 'release'
        $address = $ProjectUri ? @("-p:PackageProjectUrl=$ProjectUri") : @()
        $certificate = @{}
        foreach ($name in 'CertificateThumbprint', 'CertificatePath', 'CertificatePassword') {
            if ($PSBoundParameters.ContainsKey($name)) { $certificate[$name] = $PSBoundParameters[$name] }
        }

        Build-Module
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
