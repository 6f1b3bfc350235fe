BeforeDiscovery {
    . $PSScriptRoot/GalleryRules.ps1
    $rules = $GalleryRules.Keys
}

BeforeAll {
    . $PSScriptRoot/TestSupport.ps1
    . $PSScriptRoot/GalleryRules.ps1

    # What is shipped or builds what is shipped, and what tests it.
    $scripts = @(
        Get-Item (Join-Path $Repository 'FastMd.psd1'), (Join-Path $Repository 'build.ps1')
        Get-ChildItem (Join-Path $Repository 'build') -Recurse -Filter *.ps1
    )
    $testScripts = Get-ChildItem $PSScriptRoot -Filter *.ps1

    # Rules that are not for the tests' own helpers, and why.
    $notForTests = @{
        PSUseShouldProcessForStateChangingFunctions = 'nobody asks a test for -WhatIf'
        PSUseSingularNouns                          = 'an assertion is a sentence: Assert-NothingRuns'
        PSUseDeclaredVarsMoreThanAssignments        = 'what BeforeAll and TestSupport.ps1 set is used in other script blocks and files'
        PSUseApprovedVerbs                          = 'Assert-, Wait-Until: helpers read as sentences'
    }

    function Find-Violation {
        param([string] $Rule, [IO.FileInfo[]] $File)
        foreach ($one in $File) {
            $tree = [Management.Automation.Language.Parser]::ParseFile($one.FullName, [ref] $null, [ref] $null)
            & $GalleryRules[$Rule].Find $tree | ForEach-Object { "$($one.Name)($($_.Extent.StartLineNumber)): $($_.Extent.Text.Split("`n")[0])" }
        }
    }
}
AfterAll { Restore-Environment }

Describe 'The gallery''s rule <_>' -ForEach $rules {
    BeforeAll { $rule = $_ }

    It 'holds in every script' {
        Find-Violation $rule $scripts | Should -BeNullOrEmpty
        if (-not $notForTests.ContainsKey($rule)) { Find-Violation $rule $testScripts | Should -BeNullOrEmpty }
    }

    It 'is seen where it is broken' {
        $tree = [Management.Automation.Language.Parser]::ParseInput($GalleryRules[$rule].Bad, [ref] $null, [ref] $null)
        & $GalleryRules[$rule].Find $tree | Should -Not -BeNullOrEmpty
    }
}

Describe 'The gallery''s rules for commands' {
    BeforeDiscovery { $cmdlets = (Import-PowerShellDataFile "$PSScriptRoot/../../FastMd.psd1").CmdletsToExport }

    It 'hold for <_>' -ForEach $cmdlets {
        $command = Get-Command $_
        $own = $command.Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters }
        $command.Verb | Should -BeIn (Get-Verb).Verb -Because 'PSUseApprovedVerbs'
        $command.Name | Should -Not -Match $ReservedCharacters -Because 'PSReservedCmdletChar'
        $command.Noun | Should -Not -Match '[^s]s$' -Because 'PSUseSingularNouns'
        if ($command.Verb -in $StateChangingVerbs) { $command.Parameters.Keys | Should -Contain 'WhatIf' -Because 'PSUseShouldProcessForStateChangingFunctions' }
        $own | Where-Object { $_.Name -match 'password|passphrase|credential' -and $_.ParameterType -eq [string] } | Should -BeNullOrEmpty -Because 'PSAvoidUsingPlainTextForPassword'
        $own | Where-Object { $_.Name -eq 'Credential' -and $_.ParameterType -ne [pscredential] } | Should -BeNullOrEmpty -Because 'PSUsePSCredentialType'
    }

    It 'let what writes be asked first' {
        (Get-Command Convert-FastMdBatch).Parameters.Keys | Should -Contain 'WhatIf' -Because 'PSShouldProcess'
    }
}
