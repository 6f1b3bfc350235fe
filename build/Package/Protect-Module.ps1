<#
.SYNOPSIS
    Adds a signed catalogue of a module's files to its folder, where a certificate is given and the system can sign.
.PARAMETER Module
    The module's folder.
.PARAMETER CertificateThumbprint
    A code signing certificate in the user's store.
.PARAMETER CertificatePath
    The same from a PFX file.
.PARAMETER CertificatePassword
    The password of that file.
.PARAMETER TimestampServer
    Who certifies the time of signing, so that the signature outlives the certificate.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [string] $CertificateThumbprint,

    [string] $CertificatePath,

    [securestring] $CertificatePassword,

    [uri] $TimestampServer = 'http://timestamp.digicert.com'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $CertificateThumbprint -and -not $CertificatePath) {
    Write-Host 'The module is not signed: neither -CertificateThumbprint nor -CertificatePath is given.'
    return
}

if (-not $IsWindows) {
    Write-Warning 'The module is not signed: catalogues can be made and signed on Windows only. Run the task there.'
    return
}

$certificate = if ($CertificateThumbprint) {
    Get-Item -LiteralPath "Cert:/CurrentUser/My/$CertificateThumbprint"
}
else {
    Get-PfxCertificate -FilePath $CertificatePath -Password $CertificatePassword
}

$catalogue = Join-Path $Module 'FastMd.cat'
$null = New-FileCatalog -Path $Module -CatalogFilePath $catalogue -CatalogVersion 2.0
$signature = Set-AuthenticodeSignature -FilePath $catalogue -Certificate $certificate -HashAlgorithm SHA256 -IncludeChain NotRoot -TimestampServer $TimestampServer
if ($signature.Status -ne 'Valid') { throw "The catalogue could not be signed: $($signature.StatusMessage)" }
