<#
.SYNOPSIS
    Writes the SHA-256 checksums of the files in a folder to SHA256SUMS beside them, in the form that 'sha256sum -c' reads.
.PARAMETER Path
    The folder.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$sums = Join-Path $Path 'SHA256SUMS'
$lines = Get-ChildItem -LiteralPath $Path -File | Where-Object Name -NE 'SHA256SUMS' | Sort-Object Name |
    ForEach-Object { "$((Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant())  $($_.Name)" }
[IO.File]::WriteAllText((New-Item -Path $sums -ItemType File -Force).FullName, ($lines -join "`n") + "`n")
Get-Item -LiteralPath $sums
