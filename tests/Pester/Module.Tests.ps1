BeforeAll { . $PSScriptRoot/TestSupport.ps1 }
AfterAll { Restore-Environment }

Describe 'The module' {
    It 'has a valid manifest' {
        $manifest = Get-ChildItem $FastMdModule -Recurse -Filter FastMd.psd1 | Select-Object -First 1
        Test-ModuleManifest -Path $manifest.FullName -ErrorAction Stop | Select-Object -ExpandProperty Name | Should -Be 'FastMd'
    }

    It 'has a manifest that says all a gallery asks for' {
        $path = (Get-ChildItem $FastMdModule -Recurse -Filter FastMd.psd1 | Select-Object -First 1).FullName
        $manifest = Import-PowerShellDataFile -LiteralPath $path
        'Author', 'CompanyName', 'Copyright', 'Description', 'GUID', 'ModuleVersion', 'PowerShellVersion', 'CompatiblePSEditions' |
            ForEach-Object { $manifest[$_] | Should -Not -BeNullOrEmpty -Because $_ }
        'LicenseUri', 'ProjectUri', 'IconUri', 'ReleaseNotes' | ForEach-Object { $manifest.PrivateData.PSData[$_] | Should -Match '^https://' -Because $_ }
        $manifest.PrivateData.PSData.Tags | Where-Object { $_ -match '\s' } | Should -BeNullOrEmpty
        'FunctionsToExport', 'CmdletsToExport', 'AliasesToExport', 'VariablesToExport' |
            ForEach-Object { $manifest[$_] -join '' | Should -Not -Match '\*' -Because "$_ is explicit" }
    }

    It 'has the version and address that everything else has' {
        $manifest = Import-PowerShellDataFile (Join-Path $Repository 'FastMd.psd1')
        $common = ([xml] (Get-Content (Join-Path $Repository 'Directory.Build.props') -Raw)).Project.PropertyGroup
        $manifest.ModuleVersion | Should -Be $common.Version
        $manifest.PrivateData.PSData.ProjectUri | Should -Be $common.PackageProjectUrl
        $manifest.PrivateData.PSData.IconUri -replace '^.*/raw/HEAD/', "$Repository/" | Should -Exist
    }

    It 'exports its cmdlets and nothing else' {
        (Get-Module FastMd).ExportedCommands.Keys | Sort-Object | Should -Be @('Convert-FastMdBatch', 'Convert-FastMdText', 'Export-FastMdContext', 'Get-FastMdConfiguration', 'Get-FastMdManifest', 'Get-FastMdReport', 'Measure-FastMd', 'Reset-FastMdManifest', 'Test-FastMdHealth')
    }

    It 'uses approved verbs' {
        $verbs = (Get-Verb).Verb
        Get-Command -Module FastMd | ForEach-Object { $_.Verb | Should -BeIn $verbs }
    }

    It 'declares what its cmdlets put out' {
        (Get-Command Convert-FastMdBatch).OutputType.Name | Should -Be 'FastMd.PowerShell.Results.FastMdResult'
        (Get-Command Convert-FastMdText).OutputType.Name | Should -Be 'System.String'
        (Get-Command Get-FastMdReport).OutputType.Name | Should -Be @('FastMd.PowerShell.Results.Reports.FastMdReport', 'System.IO.FileInfo')
        (Get-Command Measure-FastMd).OutputType.Name | Should -Be 'FastMd.PowerShell.Results.Speed.FastMdSpeed'
        (Get-Command Test-FastMdHealth).OutputType.Name | Should -Be 'FastMd.PowerShell.Results.FastMdHealthRow'
    }

    It 'shows no type of the engine in what a user can name' {
        $assembly = (Get-Command Convert-FastMdBatch).ImplementingType.Assembly
        $members = $assembly.GetExportedTypes() | ForEach-Object {
            $_.GetProperties() | ForEach-Object PropertyType
            $_.GetMethods() | ForEach-Object { $_.ReturnType; $_.GetParameters().ParameterType }
        }
        $members | Where-Object { $_.FullName -like 'FastMd.Engine*' } | Should -BeNullOrEmpty
    }

    It 'keeps the engine and its dependencies out of the default load context' {
        Convert-FastMdText 'x' | Should -Not -BeNullOrEmpty
        $default = [Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | ForEach-Object { $_.GetName().Name }
        'FastMd.PowerShell' | Should -BeIn $default
        'FastMd.Engine', 'Markdig', 'YamlDotNet', 'Microsoft.Extensions.FileSystemGlobbing' | Should -Not -BeIn $default
    }

    It 'works again after it was removed' {
        Remove-Module FastMd
        Import-Module $FastMdModule
        Convert-FastMdText 'x' | Should -BeExactly "<p>x</p>`n"
    }

    It 'works in many runspaces at once' {
        $html = 1..8 | ForEach-Object -Parallel {
            Import-Module $using:FastMdModule
            Convert-FastMdText "$_"
        }
        $html | Sort-Object | Should -Be (1..8 | ForEach-Object { "<p>$_</p>`n" })
    }
}

Describe 'The view of a result' {
    BeforeAll {
        $folder = New-Folder
        $null = New-Document 'docs/a.md' -Folder $folder
        Push-Location -LiteralPath $folder
    }

    AfterAll { Pop-Location }

    It 'is a table of status, source, output and milliseconds' {
        $lines = (Convert-FastMdBatch docs -Destination out | Out-String -Width 120).Trim() -split '\r?\n'
        $lines[0] -replace '\e\[[\d;]*m' | Should -Match '^Status +Source +Output +ms$'
        $lines[2] | Should -Match '^Converted +docs.a\.md +out.a\.html +\d+\.\d$'
    }

    It 'leaves the output empty where there is none' {
        Convert-FastMdBatch docs | Out-String -Width 120 | Should -Match '(?m)^Converted +docs.a\.md +\d+\.\d\s*$'
    }

    It 'shows paths elsewhere whatever the current location is' {
        $result = Convert-FastMdBatch docs
        Push-Location Env:
        try { $result | Out-String -Width 200 | Should -Match 'a\.md' } finally { Pop-Location }
    }
}

Describe 'Completion' {
    BeforeAll {
        function Complete {
            param([string] $Line)
            (TabExpansion2 $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
        }
    }

    It 'offers the values of <Parameter>' -ForEach @(
        @{ Parameter = 'To'; Values = @('Context', 'Html', 'Js', 'Markdown') }
        @{ Parameter = 'Flavor'; Values = @('CommonMark', 'Gfm') }
        @{ Parameter = 'RawHtml'; Values = @('Allow', 'Escape', 'Sanitize') }
    ) {
        Complete "Convert-FastMdBatch -$Parameter " | Sort-Object | Should -Be $Values
        Complete "Convert-FastMdText -$Parameter " | Sort-Object | Should -Be $Values
    }

    It 'offers the resource profiles' {
        Complete 'Convert-FastMdBatch -ResourceProfile ' | Sort-Object | Should -Be @('High', 'Low', 'Medium')
    }

    It 'offers the flavours where speed is measured' {
        Complete 'Measure-FastMd -Flavor ' | Sort-Object | Should -Be @('CommonMark', 'Gfm')
    }

    It 'offers encodings by their beginning' {
        Complete 'Convert-FastMdBatch -Encoding utf-16' | Should -Be @('utf-16', 'utf-16BE')
        Complete 'Convert-FastMdBatch -Encoding ' | Should -Contain 'windows-1252'
    }

    It 'offers no encoding that is then refused' {
        $path = New-Document 'plain.md' 'x'
        Complete 'Convert-FastMdBatch -Encoding ' |
            ForEach-Object { Convert-FastMdBatch -LiteralPath $path -Encoding $_ -WarningAction SilentlyContinue } |
            Should -HaveCount 10
    }
}

Describe 'Beside a module that brings another Markdig and YamlDotNet' -Skip:(-not (Test-Path -LiteralPath (
            $env:FASTMD_OTHER_MODULE ? $env:FASTMD_OTHER_MODULE : "$PSScriptRoot/../../out/tests/OtherModule/OtherModule.dll"))) {
    It 'both work when <First> is imported first' -ForEach @(
        @{ First = 'FastMd'; Order = 'FastMdModule', 'OtherModule' }
        @{ First = 'the other'; Order = 'OtherModule', 'FastMdModule' }
    ) {
        # In quotes, so that it takes a parser for all of YAML.
        $document = New-Document 'front.md' "---`ntitle: 'Mine'`n---`n*own*`n"
        $use = @{
            FastMdModule = "Import-Module '$FastMdModule'; `$result = Convert-FastMdBatch -LiteralPath '$document'"
            OtherModule  = "Import-Module '$OtherModule'; `$other = Get-OtherModuleVersion"
        }
        $child = Invoke-PowerShell (@"
            `$ErrorActionPreference = 'Stop'
            $($use[$Order[0]])
            $($use[$Order[1]])
            [pscustomobject]@{
                Own = `$result.Content.Trim()
                Title = `$result.FrontMatter['title']
                Other = `$other.Html
                OtherYaml = `$other.Yaml
                OtherAgain = (Get-OtherModuleVersion).Html
                Versions = @([AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object GetName |
                        Where-Object Name -in 'Markdig', 'YamlDotNet' | ForEach-Object { "`$(`$_.Name) `$(`$_.Version)" } | Sort-Object)
            } | ConvertTo-Json
"@)
        $child.ExitCode | Should -Be 0 -Because $child.Output
        $answer = $child.Output | ConvertFrom-Json
        $answer.Own | Should -BeExactly '<p><em>own</em></p>'
        $answer.Title | Should -BeExactly 'Mine'
        $answer.Other | Should -BeExactly '<p><em>other</em></p>'
        $answer.OtherAgain | Should -BeExactly '<p><em>other</em></p>'
        $answer.OtherYaml | Should -BeExactly 'other'
        @($answer.Versions) -like 'Markdig *' | Select-Object -Unique | Should -HaveCount 2
        @($answer.Versions) -like 'YamlDotNet *' | Select-Object -Unique | Should -HaveCount 2
    }
}
