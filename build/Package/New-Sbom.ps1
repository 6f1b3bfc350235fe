<#
.SYNOPSIS
    Writes a product's bill of materials: the libraries it brings along, as CycloneDX 1.6.
.DESCRIPTION
    The libraries are those that restoring the project found, without those that only serve its build, and the script that pages of reports
    hold. Nothing in the bill depends on when or where it is made.
.PARAMETER Project
    The product's project, restored.
.PARAMETER Name
    The product's name.
.PARAMETER Version
    Its version.
.PARAMETER Kind
    What it is: library or application.
.PARAMETER Path
    The file to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Project,

    [Parameter(Mandatory)]
    [string] $Name,

    [Parameter(Mandatory)]
    [string] $Version,

    [ValidateSet('library', 'application')]
    [string] $Kind = 'library',

    [Parameter(Mandatory)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$assetsFile = Join-Path $Project 'obj' 'project.assets.json'
if (-not (Test-Path -LiteralPath $assetsFile)) { throw "'$Project' is not restored: there is no '$assetsFile'. Run 'dotnet restore' first." }

$assets = Get-Content -LiteralPath $assetsFile -Raw | ConvertFrom-Json -AsHashtable
$packageFolders = @($assets.packageFolders.Keys)

# Targets with a platform ('net10.0/linux-x64') hold the same libraries once more.
$target = $assets.targets[@($assets.targets.Keys | Sort-Object)[0]]

# What is private to the project that names it does not travel with the product.
$private = @($assets.project.frameworks.Values.dependencies.GetEnumerator() | Where-Object { $_.Value['suppressParent'] -eq 'All' } | ForEach-Object Key)

function Get-LicenseOf {
    param([string] $PackagePath, [string] $PackageName)
    foreach ($folder in $packageFolders) {
        $nuspec = Join-Path $folder $PackagePath "$($PackageName.ToLowerInvariant()).nuspec"
        if (Test-Path -LiteralPath $nuspec) {
            $license = ([xml] (Get-Content -LiteralPath $nuspec -Raw)).package.metadata['license']
            if ($license -and $license.type -eq 'expression') { return $license.InnerText }
        }
    }
}

function Get-Purl {
    param([string] $Key)
    'pkg:nuget/{0}@{1}' -f ($Key -split '/')
}

$travelling = @($target.Keys | Sort-Object | Where-Object {
        $target[$_].type -eq 'package' -and $target[$_].ContainsKey('runtime') -and ($_ -split '/')[0] -notin $private
    })
$keyOf = @{}
$travelling | ForEach-Object { $keyOf[($_ -split '/')[0]] = $_ }

function Get-PurlOfDependency {
    param([hashtable] $Library)
    @($Library['dependencies']?.Keys | Where-Object { $_ -and $keyOf.ContainsKey($_) } | Sort-Object | ForEach-Object { Get-Purl $keyOf[$_] })
}

$components = foreach ($key in $travelling) {
    $library = $assets.libraries[$key]
    $component = [ordered]@{
        type      = 'library'
        'bom-ref' = Get-Purl $key
        name      = ($key -split '/')[0]
        version   = ($key -split '/')[1]
        hashes    = @([ordered]@{ alg = 'SHA-512'; content = [Convert]::ToHexString([Convert]::FromBase64String($library.sha512)).ToLowerInvariant() })
    }
    $license = Get-LicenseOf $library.path $component.name
    if ($license) { $component.licenses = @([ordered]@{ expression = $license }) }
    $component.purl = Get-Purl $key
    $component
}

# What draws the charts of reports is no package but a file of the engine; its first line says which version it is.
$script = Join-Path $PSScriptRoot '..' '..' 'src' 'FastMd.Engine' 'Reports' 'Page' 'uPlot.iife.min.js'
$null = (Get-Content -LiteralPath $script -TotalCount 1) -match '\(v(?<version>[\d.]+)\)'
$chartPurl = "pkg:npm/uplot@$($Matches.version)"
$components = @($components) + [ordered]@{
    type      = 'library'
    'bom-ref' = $chartPurl
    name      = 'uplot'
    version   = $Matches.version
    hashes    = @([ordered]@{ alg = 'SHA-512'; content = (Get-FileHash -LiteralPath $script -Algorithm SHA512).Hash.ToLowerInvariant() })
    licenses  = @([ordered]@{ expression = 'MIT' })
    purl      = $chartPurl
}

$product = "pkg:nuget/$Name@$Version"
$bill = [ordered]@{
    bomFormat    = 'CycloneDX'
    specVersion  = '1.6'
    version      = 1
    metadata     = [ordered]@{
        component = [ordered]@{
            type = $Kind; 'bom-ref' = $product; name = $Name; version = $Version; licenses = @(@{ license = @{ id = 'MIT' } }); purl = $product
        }
    }
    components   = $components
    dependencies = @(
        [ordered]@{ ref = $product; dependsOn = @($travelling | ForEach-Object { Get-Purl $_ }; $chartPurl) }
        $travelling | ForEach-Object { [ordered]@{ ref = Get-Purl $_; dependsOn = @(Get-PurlOfDependency $target[$_]) } }
        [ordered]@{ ref = $chartPurl; dependsOn = @() }
    )
}

$null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName([IO.Path]::GetFullPath($Path, $PWD.ProviderPath)))
$bill | ConvertTo-Json -Depth 10 | Set-Content -LiteralPath $Path
Get-Item -LiteralPath $Path
