BeforeAll {
    . $PSScriptRoot/TestSupport.ps1

    function Get-ConfigurationIn {
        param([string] $Folder, [string[]] $Name = '*')
        Push-Location -LiteralPath $Folder
        try { Get-FastMdConfiguration $Name } finally { Pop-Location }
    }
}
AfterAll { Restore-Environment }

Describe 'Get-FastMdConfiguration' {
    AfterEach { Remove-Item Env:FASTMD_RETRIES, Env:FASTMD_FLAVOR -ErrorAction Ignore }

    It 'shows every setting the documentation lists, in its order' {
        $documented = Select-String -LiteralPath (Join-Path $Repository 'docs' 'configuration.md') -Pattern '^\| `(\w+)`' |
            ForEach-Object { $_.Matches[0].Groups[1].Value }
        (Get-ConfigurationIn (New-Folder)).Name | Should -Be $documented
    }

    It 'says of a value where it came from' {
        $folder = New-Folder
        $file = New-Document 'fastmd.json' '{ "workers": 3, "resourceProfile": "low" }' -Folder $folder
        $env:FASTMD_RETRIES = '2'
        $settings = Get-ConfigurationIn $folder
        $told = foreach ($name in 'workers', 'retries', 'memoryLimitMB', 'flavor') {
            $setting = $settings | Where-Object Name -EQ $name
            "$($setting.Value) $($setting.Default) $($setting.Origin) $($setting.Source)"
        }
        $told | Should -Be @("3 0 File $file(1,14)", '2 3 Environment FASTMD_RETRIES', '128 512 ResourceProfile low', 'gfm gfm Default ')
    }

    It 'gives objects of the module, with values of their own types' {
        $folder = New-Folder
        $null = New-Document 'fastmd.json' '{ "exclude": ["drafts", "old"], "timeoutSeconds": 1.5 }' -Folder $folder
        $settings = Get-ConfigurationIn $folder exclude, timeoutSeconds, ordered, tierBoundsMB, flavor
        $settings[0] | Should -BeOfType FastMd.PowerShell.Results.Settings.FastMdSetting
        ($settings | Where-Object Name -EQ exclude).Value[1] | Should -Be 'old'
        ($settings | Where-Object Name -EQ timeoutSeconds).Value | Should -Be 1.5
        ($settings | Where-Object Name -EQ ordered).Value | Should -BeTrue
        ($settings | Where-Object Name -EQ tierBoundsMB).Value | Should -Be @(1, 10, 50, 200)
        ($settings | Where-Object Name -EQ flavor).Value | Should -BeOfType string
    }

    It 'takes names and wildcards, whatever their case' {
        (Get-ConfigurationIn (New-Folder) '*WORKERS', 'Retries').Name | Should -Be @('workers', 'minWorkers', 'maxWorkers', 'retries')
    }

    It 'writes an error for a name that is no setting, and shows the others' {
        $settings = Get-FastMdConfiguration worker, workers -ErrorVariable errors -ErrorAction SilentlyContinue
        $settings.Name | Should -Be 'workers'
        $errors.FullyQualifiedErrorId | Should -Be 'SettingNotFound,FastMd.PowerShell.Cmdlets.GetFastMdConfigurationCommand'
    }

    It 'says nothing of a wildcard that matches nothing' {
        Get-FastMdConfiguration klingon* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'looks at another folder, relative to the current location' {
        $folder = New-Folder
        $file = New-Document 'docs/fastmd.json' '{ "workers": 3 }' -Folder $folder
        Push-Location -LiteralPath $folder
        try { (Get-FastMdConfiguration workers -Path docs).Source | Should -Be "$file(1,14)" } finally { Pop-Location }
    }

    It 'refuses a folder that is not there, or of no file system' {
        { Get-FastMdConfiguration -Path (Join-Path $TestDrive 'nowhere') } | Should -Throw -ErrorId 'PathNotFound,*'
        { Get-FastMdConfiguration -Path 'Env:\' } | Should -Throw -ErrorId 'PathNotFileSystem,*'
    }

    It 'names all that is wrong with a settings file' {
        $folder = New-Folder
        $file = New-Document 'fastmd.json' '{ "workers": "3", "flavour": "gfm" }' -Folder $folder
        { Get-FastMdConfiguration -Path $folder } | Should -Throw -ErrorId 'InvalidSetting,*'
        $message = try { Get-FastMdConfiguration -Path $folder } catch { $_.Exception.Message }
        $lines = $message -split "`n"
        $lines | Should -HaveCount 2
        $lines[0] | Should -Be "$file(1,14): '`"3`"' is not a value for workers; allowed: 0 to 1024."
        $lines[1] | Should -BeLike "$file(1,19): 'flavour' is not a setting; did you mean 'flavor'?*"
    }

    It 'names a variable that is wrong' {
        $env:FASTMD_FLAVOR = 'klingon'
        { Get-FastMdConfiguration } | Should -Throw -ExpectedMessage "FASTMD_FLAVOR: 'klingon' is not a value for flavor; allowed: gfm, commonmark."
    }

    It 'shows a table' {
        $folder = New-Folder
        $null = New-Document 'fastmd.json' '{ "include": ["*.md", "*.mdx"] }' -Folder $folder
        $lines = (Get-ConfigurationIn $folder | Out-String -Width 300) -replace '\e\[[\d;]*m' -split '\r?\n'
        $lines | Where-Object { $_ -match '^Name +Value +Default +From' } | Should -HaveCount 1
        $lines | Where-Object { $_ -match '^include +\*\.md; \*\.mdx +\*\.md; \*\.markdown +\S.*fastmd\.json\(1,14\)' } | Should -HaveCount 1
        $lines | Where-Object { $_ -match '^retries +3 +3 +default' } | Should -HaveCount 1
    }

    It 'completes the names of settings' {
        $line = 'Get-FastMdConfiguration memory'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'memoryLimitMB'
    }
}
