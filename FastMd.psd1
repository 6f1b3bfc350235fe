@{
    RootModule             = 'FastMd.PowerShell.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '7a0f4b9e-52d1-4b0f-9d3c-2c1f6d5f0c11'
    Author                 = 'FastMd contributors'
    CompanyName            = 'FastMd contributors'
    Copyright              = 'Copyright (c) 2026 FastMd contributors. MIT licence.'
    Description            = 'Converts trees of Markdown documents to HTML: in parallel, in order, within bounds. Checks links and anchors, makes whole pages, converts only what changed. One bad document is one error; everything else is converted.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')
    FormatsToProcess       = @('FastMd.Format.ps1xml')
    CmdletsToExport        = @('Convert-FastMdBatch', 'Convert-FastMdText', 'Export-FastMdContext', 'Get-FastMdConfiguration', 'Get-FastMdManifest', 'Get-FastMdReport', 'Measure-FastMd', 'Reset-FastMdManifest', 'Test-FastMdHealth')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Markdown', 'HTML', 'Convert', 'Parallel', 'Documentation', 'Links', 'GFM', 'CommonMark', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = 'https://github.com/fastmd/fastmd'
            LicenseUri   = 'https://github.com/fastmd/fastmd/blob/HEAD/LICENSE'
            IconUri      = 'https://github.com/fastmd/fastmd/raw/HEAD/docs/images/icon.png'
            ReleaseNotes = 'https://github.com/fastmd/fastmd/blob/HEAD/CHANGELOG.md'
        }
    }
}
