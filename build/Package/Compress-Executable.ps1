<#
.SYNOPSIS
    Packs an executable for one platform as it is released: fastmd-<version>-<platform>.zip for Windows, .tar.gz elsewhere.
.PARAMETER Path
    The folder it was published to.
.PARAMETER Platform
    What it runs on, such as linux-x64.
.PARAMETER Destination
    Where the archive goes.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [Parameter(Mandatory)]
    [string] $Platform,

    [Parameter(Mandatory)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$repository = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '..' '..'))
$version = (Import-PowerShellDataFile -LiteralPath (Join-Path $repository 'FastMd.psd1')).ModuleVersion
$forWindows = $Platform -like 'win-*'
$executable = Join-Path $Path ($forWindows ? 'fastmd.exe' : 'fastmd')
if (-not (Test-Path -LiteralPath $executable)) { throw "There is no '$executable': publish the executable first." }

$folder = New-Item -Path $Destination -ItemType Directory -Force
$name = Join-Path $folder.FullName "fastmd-$version-$Platform"
$staging = Join-Path ([IO.Path]::GetTempPath()) "fastmd-executable-$([guid]::NewGuid().ToString('n'))"
try {
    $null = [IO.Directory]::CreateDirectory($staging)
    Copy-Item -LiteralPath $executable, (Join-Path $repository 'LICENSE'), (Join-Path $repository 'THIRD-PARTY-NOTICES.txt') -Destination $staging
    if ($forWindows) {
        Remove-Item -LiteralPath "$name.zip" -ErrorAction Ignore
        [IO.Compression.ZipFile]::CreateFromDirectory($staging, "$name.zip")
        Get-Item -LiteralPath "$name.zip"
    }
    else {
        # A zip would lose the right to execute it.
        tar -czf "$name.tar.gz" -C $staging .
        if ($LASTEXITCODE -ne 0) { throw "'$name.tar.gz' could not be written: tar ended with exit code $LASTEXITCODE." }
        Get-Item -LiteralPath "$name.tar.gz"
    }
}
finally {
    Remove-Item -LiteralPath $staging -Recurse -Force -ErrorAction Ignore
}
