BeforeDiscovery {
    $cmdlets = 'Convert-FastMdBatch', 'Convert-FastMdText', 'Get-FastMdConfiguration', 'Get-FastMdManifest', 'Get-FastMdReport', 'Measure-FastMd', 'Reset-FastMdManifest', 'Test-FastMdHealth'
}

BeforeAll {
    . $PSScriptRoot/TestSupport.ps1
    $common = [Management.Automation.Cmdlet]::CommonParameters

    function Get-ParameterOf {
        param([string] $Name)
        (Get-Command $Name).Parameters.Values | Where-Object Name -NotIn $common
    }

    # A tree such as the examples speak of.
    function New-ExampleTree {
        $folder = New-Folder
        $null = New-Document 'docs/a.md' "---`ntitle: First`ndraft: true`n---`n# A`n" -Folder $folder
        $null = New-Document 'docs/guide/a.md' "# Guide`n" -Folder $folder
        $folder
    }
}
AfterAll { Restore-Environment }

Describe 'The help of <_>' -ForEach $cmdlets {
    BeforeAll {
        $name = $_
        $help = Get-Help $name -Full
    }

    It 'is written, not made up by the shell' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match '\[-'
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.examples.example | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue | Should -Not -BeNullOrEmpty
        $help.inputTypes.inputType | Should -Not -BeNullOrEmpty
    }

    It 'describes every parameter, and none that is not there' {
        $described = $help.parameters.parameter | Where-Object { $_.description.Text }
        $described.name | Sort-Object | Should -Be ((Get-ParameterOf $name).Name | Sort-Object)
    }

    It 'says of each parameter what is so' {
        foreach ($parameter in Get-ParameterOf $name) {
            $said = $help.parameters.parameter | Where-Object name -EQ $parameter.Name
            $because = "of -$($parameter.Name)"
            $set = $parameter.ParameterSets.Values | Select-Object -First 1
            $said.type.name | Should -Be $parameter.ParameterType.Name -Because $because
            $said.required | Should -Be "$($set.IsMandatory)" -Because $because
            $said.position | Should -Be ($set.Position -lt 0 ? 'named' : "$($set.Position)") -Because $because
            $said.aliases -replace '^none$' -split ', ' | Sort-Object | Should -Be (@($parameter.Aliases) -join ', ' -split ', ' | Sort-Object) -Because $because
            $said.pipelineInput -match 'ByValue' | Should -Be $set.ValueFromPipeline -Because $because
            $said.pipelineInput -match 'ByPropertyName' | Should -Be $set.ValueFromPipelineByPropertyName -Because $because
            $wildcards = @($parameter.Attributes | Where-Object { $_ -is [Management.Automation.SupportsWildcardsAttribute] }).Count -gt 0
            $said.globbing | Should -Be "$wildcards" -Because $because
        }
    }

    It 'shows the syntax of every parameter set' {
        $sets = (Get-Command $name).ParameterSets
        @($help.syntax.syntaxItem) | Should -HaveCount $sets.Count
        foreach ($index in 0..($sets.Count - 1)) {
            $items = @($help.syntax.syntaxItem)[$index].parameter.name | Sort-Object
            $match = $sets | Where-Object { -not (Compare-Object $items @($_.Parameters.Name | Where-Object { $_ -notin $common })) }
            $match | Should -Not -BeNullOrEmpty
        }
    }

    It 'names no parameter and no cmdlet that is not there' {
        # Examples use other commands too; sentences are about this module's.
        $sentences = @($help.Synopsis; $help.description.Text; $help.alertSet.alert.Text; $help.parameters.parameter.description.Text; $help.examples.example.remarks.Text) -join "`n"
        $parameters = Get-Command -Module FastMd | ForEach-Object { $_.Parameters.Keys }
        $foreign = 'First', 'Parallel'
        [regex]::Matches($sentences, '(?<=[\s(])-([A-Z]\w+)') | ForEach-Object { $_.Groups[1].Value } |
            Where-Object { $_ -notin $parameters -and $_ -notin $foreign } | Should -BeNullOrEmpty
        [regex]::Matches(($help | Out-String), '\w+-FastMd\w+') | ForEach-Object Value | Where-Object { -not (Get-Command $_ -ErrorAction Ignore) } | Should -BeNullOrEmpty
    }

    It 'answers when asked for a part: -Examples, -Detailed, -Parameter' {
        Get-Help $name -Examples | Out-String | Should -Match 'Example 1'
        Get-Help $name -Detailed | Out-String | Should -Match 'PARAMETERS'
        foreach ($parameter in (Get-ParameterOf $name).Name) {
            (Get-Help $name -Parameter $parameter).description.Text | Should -Not -BeNullOrEmpty -Because $parameter
        }
    }

    It 'has examples that run' {
        foreach ($example in $help.examples.example) {
            Push-Location -LiteralPath (New-ExampleTree)
            try {
                $errors = $null
                $output = & ([scriptblock]::Create($example.code)) 2>&1
                $errors = @($output | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
                $errors | Should -BeNullOrEmpty -Because $example.title
                $example.remarks.Text | Should -Not -BeNullOrEmpty -Because $example.title
            }
            finally {
                Pop-Location
            }
        }
    }
}

Describe 'What examples say' {
    BeforeEach { Push-Location -LiteralPath (New-ExampleTree) }
    AfterEach { Pop-Location }

    It 'is so: a tree' {
        $null = & ([scriptblock]::Create((Get-Help Convert-FastMdBatch).examples.example[0].code))
        Get-RelativeFile site | Should -Be @('a.html', 'guide/a.html')
    }

    It 'is so: files chosen by other cmdlets' {
        $null = & ([scriptblock]::Create((Get-Help Convert-FastMdBatch).examples.example[1].code))
        Get-RelativeFile site | Should -Be @('a.html', 'guide/a.html')
    }

    It 'is so: -WhatIf' {
        $null = & ([scriptblock]::Create((Get-Help Convert-FastMdBatch).examples.example[2].code))
        Test-Path site | Should -BeFalse
    }

    It 'is so: front matter' {
        & ([scriptblock]::Create((Get-Help Convert-FastMdBatch).examples.example[5].code)) | Split-Path -Leaf | Should -Be 'a.md'
    }

    It 'is so: a text' {
        & ([scriptblock]::Create((Get-Help Convert-FastMdText).examples.example[0].code)) |
            Should -BeExactly "<h1 id=`"hello-world`">Hello <em>world</em></h1>`n"
    }
}

Describe 'about_FastMd' {
    BeforeAll { $about = Get-Help about_FastMd -ErrorAction SilentlyContinue | Out-String }

    It 'is there' {
        $about | Should -Match 'SHORT DESCRIPTION'
    }

    It 'names every cmdlet, and no parameter that is not there' {
        (Get-Command -Module FastMd).Name | ForEach-Object { $about | Should -Match $_ }
        $parameters = Get-Command -Module FastMd | ForEach-Object { $_.Parameters.Keys }
        [regex]::Matches($about, '(?<=[\s(])-([A-Z]\w+)') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -notin $parameters } | Should -BeNullOrEmpty
    }

    It 'names every parameter that has a setting, by its name' {
        $settings = [regex]::Matches($about, '- -(\w+), FASTMD') | ForEach-Object { $_.Groups[1].Value }
        $settings | Should -Not -BeNullOrEmpty
        $settings | Where-Object { $_ -notin (Get-Command Convert-FastMdBatch).Parameters.Keys } | Should -BeNullOrEmpty
    }
}

Describe 'The help generator' {
    BeforeAll {
        $generator = Get-ChildItem (Join-Path $Repository 'build' 'HelpGenerator' 'bin') -Recurse -Filter HelpGenerator.dll -ErrorAction Ignore |
            Sort-Object LastWriteTime | Select-Object -Last 1
    }

    It 'says in which file and line something is missing' {
        if (-not $generator) { Set-ItResult -Skipped -Because 'it was not built here' }
        $docs = New-Folder
        $source = Get-Content (Join-Path $Repository 'docs' 'cmdlets' 'Convert-FastMdText.md') -Raw
        $path = New-Document 'cmdlets/Convert-FastMdText.md' ($source -replace '## NOTES', '## REMARKS') -Folder $docs
        $said = dotnet $generator.FullName $docs (Join-Path $docs 'out') 2>&1
        $LASTEXITCODE | Should -Be 1
        "$said" | Should -Be "$path(8): error: 'Convert-FastMdText' has no section 'NOTES'."
    }
}
