<#
.SYNOPSIS
    Makes the gallery package of the module: what Publish-PSResource would send, to be looked at, tested and checked first.
.PARAMETER Layout
    The module as it is laid out.
.PARAMETER Destination
    Where FastMd.<version>.nupkg goes.
.PARAMETER Configuration
    What the module was built as: Release or Debug.
.PARAMETER ProjectUri
    Where the project lives. The manifest in the package says so instead of what FastMd.psd1 says.
.PARAMETER CertificateThumbprint
    A code signing certificate in the user's store: the package then has a signed catalogue (on Windows).
.PARAMETER CertificatePath
    The same from a PFX file.
.PARAMETER CertificatePassword
    The password of that file.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Layout,

    [Parameter(Mandatory)]
    [string] $Destination,

    [string] $Configuration = 'Release',

    [uri] $ProjectUri,

    [string] $CertificateThumbprint,

    [string] $CertificatePath,

    [securestring] $CertificatePassword
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$repository = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '..' '..'))
$staging = Join-Path ([IO.Path]::GetTempPath()) "fastmd-package-$([guid]::NewGuid().ToString('n'))"
$module = Join-Path $staging 'module'
$null = [IO.Directory]::CreateDirectory($staging)
try {
    Copy-Item -LiteralPath $Layout -Destination $module -Recurse
    Copy-Item -LiteralPath (Join-Path $repository 'LICENSE'), (Join-Path $repository 'THIRD-PARTY-NOTICES.txt') -Destination $module

    $manifestPath = Join-Path $module 'FastMd.psd1'
    $manifest = Import-PowerShellDataFile -LiteralPath $manifestPath
    if ($ProjectUri) {
        # Licence, icon and release notes lie below the project's address.
        $address = "$ProjectUri".TrimEnd('/')
        $text = (Get-Content -LiteralPath $manifestPath -Raw).Replace($manifest.PrivateData.PSData.ProjectUri, $address)
        Set-Content -LiteralPath $manifestPath -Value $text -NoNewline
        $manifest = Import-PowerShellDataFile -LiteralPath $manifestPath
    }

    & (Join-Path $PSScriptRoot 'Protect-Module.ps1') -Module $module -CertificateThumbprint $CertificateThumbprint -CertificatePath $CertificatePath -CertificatePassword $CertificatePassword

    # The gallery finds a module's commands by these tags.
    $facts = $manifest.PrivateData.PSData
    $tags = @('PSModule') + $facts.Tags + @('PSIncludes_Cmdlet') + ($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })
    $metadata = [ordered]@{
        id                       = 'FastMd'
        version                  = $manifest.ModuleVersion
        authors                  = $manifest.Author
        owners                   = $manifest.CompanyName
        requireLicenseAcceptance = 'false'
        description              = $manifest.Description
        releaseNotes             = $facts.ReleaseNotes
        copyright                = $manifest.Copyright
        tags                     = $tags -join ' '
        licenseUrl               = $facts.LicenseUri
        projectUrl               = $facts.ProjectUri
        iconUrl                  = $facts.IconUri
    }
    $elements = $metadata.GetEnumerator() | ForEach-Object { "    <$($_.Key)>$([Security.SecurityElement]::Escape($_.Value))</$($_.Key)>" }
    $nuspec = Join-Path $staging 'FastMd.nuspec'
    Set-Content -LiteralPath $nuspec -Value @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
$($elements -join "`n")
  </metadata>
  <files>
    <file src="module/**" target="" />
  </files>
</package>
"@

    # Assemblies beside a manifest, not in lib, are right for a module; the analysis is about libraries.
    $said = dotnet pack (Join-Path $repository 'src' 'FastMd.PowerShell') -c $Configuration --no-build -o $Destination -p:NuspecFile=$nuspec -p:NuspecBasePath=$staging -p:NoPackageAnalysis=true 2>&1
    if ($LASTEXITCODE -ne 0) { throw "The module could not be packed:`n$($said -join "`n")" }
    Get-Item -LiteralPath (Join-Path $Destination "FastMd.$($manifest.ModuleVersion).nupkg")
}
finally {
    Remove-Item -LiteralPath $staging -Recurse -Force -ErrorAction Ignore
}
