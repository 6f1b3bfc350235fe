# The packages as they are released: $env:FASTMD_PACKAGES names the folder of a release; without it the module's package is made here.
BeforeDiscovery {
    $repository = (Get-Item -LiteralPath $PSScriptRoot).Parent.Parent.FullName
    $isBuilt = Test-Path -LiteralPath (Join-Path $repository 'src/FastMd.PowerShell/obj/project.assets.json')
    $hasDotNet = [bool] (Get-Command dotnet -CommandType Application -ErrorAction Ignore)
    $why = $env:FASTMD_PACKAGES -or ($isBuilt -and $hasDotNet) ? '' : 'nothing was built here, and FASTMD_PACKAGES names no packages'
}

BeforeAll {
    . $PSScriptRoot/TestSupport.ps1
    $steps = Join-Path $Repository 'build' 'Package'
    $manifest = Import-PowerShellDataFile (Join-Path $Repository 'FastMd.psd1')
    $version = $manifest.ModuleVersion

    # Puts a package where modules are looked for, as the gallery's client does.
    function Install-Package {
        param([string] $Package, [string] $ModulePath)
        $source = Split-Path $Package
        if (Get-Command Install-PSResource -ErrorAction Ignore) {
            Register-PSResourceRepository -Name FastMdTest -Uri $source -Trusted -Force
            try { Save-PSResource -Name FastMd -Repository FastMdTest -Path $ModulePath -TrustRepository }
            finally { Unregister-PSResourceRepository -Name FastMdTest }
            return
        }

        $folder = Join-Path $ModulePath 'FastMd' $version
        [IO.Compression.ZipFile]::ExtractToDirectory($Package, $folder)
        '_rels', 'package', '[Content_Types].xml', 'FastMd.nuspec' | ForEach-Object { Remove-Item -LiteralPath (Join-Path $folder $_) -Recurse -Force }
    }

    function Get-Entry {
        param([string] $Package, [string] $Name)
        $archive = [IO.Compression.ZipFile]::OpenRead($Package)
        try {
            if (-not $Name) { return $archive.Entries.FullName }
            $reader = [IO.StreamReader]::new($archive.GetEntry($Name).Open())
            $reader.ReadToEnd()
        }
        finally { $archive.Dispose() }
    }
}
AfterAll { Restore-Environment }

Describe 'The package of the module' -Skip:($why -ne '') {
    BeforeAll {
        $packages = $env:FASTMD_PACKAGES ? $env:FASTMD_PACKAGES : (New-Folder)
        if (-not $env:FASTMD_PACKAGES) {
            $layout = Get-ChildItem $FastMdModule -Recurse -Filter FastMd.psd1 | Select-Object -First 1
            $null = & (Join-Path $steps 'New-ModulePackage.ps1') -Layout $layout.DirectoryName -Destination $packages
        }
        $package = Join-Path $packages "FastMd.$version.nupkg"
    }

    It 'holds the module and nothing of its making' {
        $entries = Get-Entry $package
        'FastMd.psd1', 'FastMd.PowerShell.dll', 'FastMd.Format.ps1xml', 'LICENSE', 'THIRD-PARTY-NOTICES.txt', 'en-US/FastMd.PowerShell.dll-Help.xml', 'en-US/about_FastMd.help.txt', 'Dependencies/FastMd.Engine.dll' |
            ForEach-Object { $_ | Should -BeIn $entries }
        $entries | Where-Object { $_ -match '\.(pdb|cs|csproj|deps\.json)$|System\.Management\.Automation' } | Should -BeNullOrEmpty
    }

    It 'tells the gallery what the manifest says' {
        $facts = ([xml] (Get-Entry $package 'FastMd.nuspec')).package.metadata
        $facts.id | Should -BeExactly 'FastMd'
        $facts.version | Should -BeExactly $version
        $facts.description | Should -BeExactly $manifest.Description
        $shipped = [scriptblock]::Create((Get-Entry $package 'FastMd.psd1')).Invoke()[0].PrivateData.PSData
        $facts.projectUrl | Should -BeExactly $shipped.ProjectUri
        $facts.licenseUrl | Should -BeExactly $shipped.LicenseUri
        $facts.iconUrl | Should -BeExactly $shipped.IconUri
        $tags = $facts.tags -split ' '
        'PSModule', 'PSEdition_Core', 'PSIncludes_Cmdlet' | ForEach-Object { $_ | Should -BeIn $tags }
        $manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_", "PSCommand_$_" } | ForEach-Object { $_ | Should -BeIn $tags }
    }

    It 'is all a machine needs that has PowerShell and nothing else' {
        $modulePath = New-Folder
        Install-Package $package $modulePath
        $work = New-Folder
        'docs/a.md', 'docs/sub/b.md', 'docs/sub/c.md' | ForEach-Object { $null = New-Document $_ "# $_`n" -Folder $work }

        $child = Invoke-PowerShell -WorkingDirectory $work -Environment @{ PATH = ''; HOME = $work } -Script @"
            `$ErrorActionPreference = 'Stop'
            `$env:PSModulePath = '$modulePath'
            Import-Module FastMd
            Get-ChildItem docs -Recurse -Filter *.md | Convert-FastMdBatch -BasePath docs -Destination site |
                ForEach-Object { "`$(`$_.Status) `$([IO.Path]::GetRelativePath(`$PWD, `$_.OutputPath).Replace('\', '/'))" }
            "from `$((Get-Module FastMd).ModuleBase)"
            "help `$((Get-Help Convert-FastMdBatch).Synopsis.Length -gt 0) `$((Get-Help about_FastMd | Out-String) -match 'SHORT DESCRIPTION')"
"@
        $child.ExitCode | Should -Be 0 -Because $child.Output
        $child.Output -split '\r?\n' | Should -Be @(
            'Converted site/a.html', 'Converted site/sub/b.html', 'Converted site/sub/c.html',
            "from $(Join-Path $modulePath 'FastMd' $version)", 'help True True')
        Get-RelativeFile (Join-Path $work 'site') | Where-Object { $_ -notlike '.fastmd/*' } | Should -Be @('a.html', 'sub/b.html', 'sub/c.html')
    }

    It 'says where it comes from, wherever it is released' -Skip:([bool] $env:FASTMD_PACKAGES) {
        $folder = New-Folder
        $layout = Get-ChildItem $FastMdModule -Recurse -Filter FastMd.psd1 | Select-Object -First 1
        $made = & (Join-Path $steps 'New-ModulePackage.ps1') -Layout $layout.DirectoryName -Destination $folder -ProjectUri 'https://example.org/me/fork/'
        $facts = [scriptblock]::Create((Get-Entry $made.FullName 'FastMd.psd1')).Invoke()[0].PrivateData.PSData
        $facts.ProjectUri | Should -BeExactly 'https://example.org/me/fork'
        $facts.IconUri | Should -BeLike 'https://example.org/me/fork/raw/*.png'
        $facts.LicenseUri, $facts.ReleaseNotes | ForEach-Object { $_ | Should -BeLike 'https://example.org/me/fork/blob/*' }
    }
}

Describe 'What signs the module' {
    It 'says that it does not where no certificate is given' {
        $folder = New-Folder
        & (Join-Path $steps 'Protect-Module.ps1') -Module $folder 6>&1 | Should -BeLike 'The module is not signed: *-CertificateThumbprint*'
        Get-RelativeFile $folder | Should -BeNullOrEmpty
    }

    It 'says that it cannot where the system cannot' -Skip:$IsWindows {
        $folder = New-Folder
        & (Join-Path $steps 'Protect-Module.ps1') -Module $folder -CertificateThumbprint 0123 3>&1 | Should -BeLike '*on Windows only*'
        Get-RelativeFile $folder | Should -BeNullOrEmpty
    }
}

Describe 'The bill of materials' -Skip:(-not $isBuilt) {
    BeforeAll {
        $path = Join-Path (New-Folder) 'bill.json'
        $null = & (Join-Path $steps 'New-Sbom.ps1') -Project (Join-Path $Repository 'src' 'FastMd.PowerShell') -Name FastMd -Version $version -Path $path
        $bill = Get-Content $path -Raw | ConvertFrom-Json
    }

    It 'names every library that lies in the module, the script that draws charts, and no other' {
        $layout = Get-ChildItem $FastMdModule -Recurse -Filter FastMd.psd1 | Select-Object -First 1
        $shipped = Get-ChildItem (Join-Path $layout.DirectoryName 'Dependencies') -File -Filter *.dll | ForEach-Object BaseName | Where-Object { $_ -ne 'FastMd.Engine' }

        # What reads PDF lies with the worker processes only.
        Join-Path $layout.DirectoryName 'bin' 'managed' 'UglyToad.PdfPig.dll' | Should -Exist
        $bill.components.name | Sort-Object | Should -Be (@($shipped) + 'PdfPig' + 'uplot' | Sort-Object)
    }

    It 'gives each its version, licence, checksum and address' {
        foreach ($component in $bill.components) {
            $registry = $component.name -eq 'uplot' ? 'npm' : 'nuget'
            $component.purl | Should -BeExactly "pkg:$registry/$($component.name)@$($component.version)"
            $component.hashes[0].content | Should -Match '^[0-9a-f]{128}$'
            $component.licenses[0].expression | Should -Not -BeNullOrEmpty -Because $component.name
        }
    }

    It 'refers to nothing that it does not name' {
        $names = @($bill.metadata.component.'bom-ref') + $bill.components.'bom-ref'
        $bill.dependencies | ForEach-Object { $_.ref; $_.dependsOn } | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty
    }

    It 'is the same each time' {
        $again = Join-Path (New-Folder) 'again.json'
        $null = & (Join-Path $steps 'New-Sbom.ps1') -Project (Join-Path $Repository 'src' 'FastMd.PowerShell') -Name FastMd -Version $version -Path $again
        Get-Content $again -Raw | Should -BeExactly (Get-Content $path -Raw)
    }

    It 'is not made of what was not restored' {
        { & (Join-Path $steps 'New-Sbom.ps1') -Project (New-Folder) -Name x -Version 1 -Path (Join-Path (New-Folder) x.json) } | Should -Throw '*dotnet restore*'
    }
}

Describe 'The checksums' {
    It 'are those of every file in the folder, in the form that sha256sum reads' {
        $folder = New-Folder
        $null = New-Document 'b.txt' 'b' -Folder $folder
        $null = New-Document 'a.txt' 'a' -Folder $folder
        1..2 | ForEach-Object { $null = & (Join-Path $steps 'Write-Checksum.ps1') -Path $folder }
        [IO.File]::ReadAllText((Join-Path $folder 'SHA256SUMS')) | Should -BeExactly (
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.txt`n" +
            "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.txt`n")
    }
}

Describe 'The archive of an executable' {
    BeforeAll {
        $published = New-Folder
        'fastmd', 'fastmd.exe', 'fastmd.pdb' | ForEach-Object { $null = New-Document $_ 'x' -Folder $published }
        $archives = New-Folder
        $step = Join-Path $steps 'Compress-Executable.ps1'
    }

    It 'is a zip for Windows, with the licence and without symbols' {
        $made = & $step -Path $published -Platform win-x64 -Destination $archives
        $made.Name | Should -BeExactly "fastmd-$version-win-x64.zip"
        Get-Entry $made.FullName | Sort-Object | Should -Be @('fastmd.exe', 'LICENSE', 'THIRD-PARTY-NOTICES.txt')
    }

    It 'keeps the right to execute elsewhere' -Skip:$IsWindows {
        chmod +x (Join-Path $published 'fastmd')
        $made = & $step -Path $published -Platform linux-arm64 -Destination $archives
        $made.Name | Should -BeExactly "fastmd-$version-linux-arm64.tar.gz"
        $listed = tar -tvzf $made.FullName
        $listed -match '^-rwx.* \./fastmd$' | Should -HaveCount 1
        $listed -match ' \./LICENSE$' | Should -HaveCount 1
    }

    It 'is not made of nothing' {
        { & $step -Path (New-Folder) -Platform linux-x64 -Destination $archives } | Should -Throw '*publish the executable first*'
    }
}
