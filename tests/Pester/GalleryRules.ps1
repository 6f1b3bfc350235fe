# The rules of PSScriptAnalyzer's gallery preset, for machines that do not have it. Each finds its violations in a script's syntax tree.
using namespace System.Management.Automation.Language

function Find-Ast {
    param([Ast] $Ast, [type] $Type)
    $Ast.FindAll({ $args[0] -is $Type }.GetNewClosure(), $true)
}

function Find-NamedCommand {
    param([Ast] $Ast)
    Find-Ast $Ast ([CommandAst]) | Where-Object { $_.GetCommandName() }
}

function Find-Command {
    param([Ast] $Ast, [string[]] $Name)
    Find-NamedCommand $Ast | Where-Object { $_.GetCommandName() -in $Name }
}

# The functions of a script that are named as commands are.
function Find-CommandFunction {
    param([Ast] $Ast)
    Find-Ast $Ast ([FunctionDefinitionAst]) | Where-Object Name -Like '*-*'
}

function Find-Parameter {
    param([Ast] $Ast, [string] $Name = '*')
    Find-Ast $Ast ([ParameterAst]) | Where-Object { $_.Name.VariablePath.UserPath -like $Name }
}

function Test-ShouldProcess {
    param([FunctionDefinitionAst] $Function)
    $attributes = @($Function.Body.ParamBlock ? $Function.Body.ParamBlock.Attributes : @())
    [bool] ($attributes | ForEach-Object { $_.NamedArguments } | Where-Object ArgumentName -EQ 'SupportsShouldProcess')
}

# How many arguments a call gives by position alone.
function Measure-PositionalArgument {
    param([CommandAst] $Call, $Command)
    $count = 0
    $isValue = $false
    foreach ($element in $Call.CommandElements | Select-Object -Skip 1) {
        if ($element -is [CommandParameterAst]) {
            $parameter = $Command.Parameters.Values | Where-Object Name -Like "$($element.ParameterName)*" | Select-Object -First 1
            $isValue = -not $element.Argument -and -not ($parameter -and $parameter.SwitchParameter)
            continue
        }

        if (-not $isValue -and -not $element.Splatted) { $count++ }
        $isValue = $false
    }

    $count
}

$StateChangingVerbs = 'New', 'Set', 'Remove', 'Start', 'Stop', 'Restart', 'Reset', 'Update'
$ReservedCharacters = '[#,(){}\[\]&/\\$^;:"''<>|?@`*%+=~]'

# A rule: what finds violations in a tree, and a script that has one.
$GalleryRules = [ordered]@{
    PSUseApprovedVerbs                          = @{
        Find = { param($Ast) $verbs = (Get-Verb).Verb; Find-CommandFunction $Ast | Where-Object { ($_.Name -split '-')[0] -notin $verbs } }
        Bad  = 'function Obtain-Thing { }'
    }
    PSReservedCmdletChar                        = @{
        Find = { param($Ast) Find-CommandFunction $Ast | Where-Object { $_.Name -replace '^\w+:' -match $ReservedCharacters } }
        Bad  = 'function Get-Thing# { }'
    }
    PSReservedParams                            = @{
        Find = {
            param($Ast)
            $common = [Management.Automation.Cmdlet]::CommonParameters
            Find-Ast $Ast ([ParamBlockAst]) | Where-Object { $_.Attributes.TypeName.Name -contains 'CmdletBinding' } |
                ForEach-Object Parameters | Where-Object { $_.Name.VariablePath.UserPath -in $common }
        }
        Bad  = 'function Get-Thing { [CmdletBinding()] param($Verbose) }'
    }
    PSShouldProcess                             = @{
        Find = {
            param($Ast)
            Find-Ast $Ast ([FunctionDefinitionAst]) | Where-Object {
                $calls = @(Find-Ast $_.Body ([InvokeMemberExpressionAst]) | Where-Object { $_.Member.Value -in 'ShouldProcess', 'ShouldContinue' })
                (Test-ShouldProcess $_) -ne ($calls.Count -gt 0)
            }
        }
        Bad  = 'function Remove-Thing { [CmdletBinding(SupportsShouldProcess)] param() }'
    }
    PSUseShouldProcessForStateChangingFunctions = @{
        Find = { param($Ast) Find-CommandFunction $Ast | Where-Object { ($_.Name -split '-')[0] -in $StateChangingVerbs -and -not (Test-ShouldProcess $_) } }
        Bad  = 'function Remove-Thing { }'
    }
    PSUseSingularNouns                          = @{
        Find = { param($Ast) Find-CommandFunction $Ast | Where-Object { $_.Name -cmatch '[^s]s$' -and $_.Name -cnotmatch '(us|is|Data|Windows)$' } }
        Bad  = 'function Get-Things { }'
    }
    PSMissingModuleManifestField                = @{
        Find = {
            param($Ast)
            $root = $Ast.EndBlock.Statements | Select-Object -First 1
            $table = $root -is [PipelineAst] ? ($root.GetPureExpression() -as [HashtableAst]) : $null
            $keys = @($table ? $table.KeyValuePairs.Item1.Value : @())
            if ('RootModule' -in $keys) { 'ModuleVersion', 'Author', 'Description' | Where-Object { $_ -notin $keys } | ForEach-Object { $table } }
        }
        Bad  = "@{ RootModule = 'a.dll'; ModuleVersion = '1.0.0'; Author = 'me' }"
    }
    PSAvoidDefaultValueSwitchParameter          = @{
        Find = { param($Ast) Find-Parameter $Ast | Where-Object { $_.StaticType -eq [switch] -and $_.DefaultValue -and $_.DefaultValue.Extent.Text -eq '$true' } }
        Bad  = 'param([switch] $Recurse = $true)'
    }
    PSAvoidUsingCmdletAliases                   = @{
        Find = { param($Ast) Find-NamedCommand $Ast | Where-Object { Test-Path -LiteralPath "Alias:$($_.GetCommandName())" } }
        Bad  = 'gci'
    }
    PSAvoidUsingWMICmdlet                       = @{
        Find = { param($Ast) Find-Command $Ast 'Get-WmiObject', 'Invoke-WmiMethod', 'Register-WmiEvent', 'Remove-WmiObject', 'Set-WmiInstance' }
        Bad  = 'Get-WmiObject Win32_Process'
    }
    PSAvoidUsingEmptyCatchBlock                 = @{
        Find = { param($Ast) Find-Ast $Ast ([CatchClauseAst]) | Where-Object { $_.Body.Statements.Count -eq 0 } }
        Bad  = 'try { Get-Item a } catch { }'
    }
    PSUseCmdletCorrectly                        = @{
        Find = {
            param($Ast)
            Find-NamedCommand $Ast | Where-Object { $_.CommandElements.Count -eq 1 -and $_.Parent.PipelineElements[0] -eq $_ } | Where-Object {
                $command = Get-Command $_.GetCommandName() -CommandType Cmdlet -ErrorAction Ignore
                $command -and -not ($command.ParameterSets | Where-Object { -not ($_.Parameters | Where-Object IsMandatory) })
            }
        }
        Bad  = 'New-Item'
    }
    PSAvoidUsingPositionalParameters            = @{
        Find = {
            param($Ast)
            Find-NamedCommand $Ast | Where-Object {
                $command = Get-Command $_.GetCommandName() -CommandType Cmdlet, Function -ErrorAction Ignore | Select-Object -First 1
                $command -and $command.Name -ne 'Join-Path' -and (Measure-PositionalArgument $_ $command) -gt 2
            }
        }
        Bad  = 'Select-String a b c'
    }
    PSAvoidGlobalVars                           = @{
        Find = { param($Ast) Find-Ast $Ast ([VariableExpressionAst]) | Where-Object { $_.VariablePath.IsGlobal } }
        Bad  = '$global:thing = 1'
    }
    PSUseDeclaredVarsMoreThanAssignments        = @{
        Find = {
            param($Ast)
            $targets = Find-Ast $Ast ([AssignmentStatementAst]) | ForEach-Object { $_.Left -is [ConvertExpressionAst] ? $_.Left.Child : $_.Left } |
                Where-Object { $_ -is [VariableExpressionAst] -and $_.VariablePath.IsUnqualified }
            $uses = @(Find-Ast $Ast ([VariableExpressionAst]) | Where-Object { $_ -notin $targets } | ForEach-Object { $_.VariablePath.UserPath })
            $known = 'null', 'ErrorActionPreference', 'ProgressPreference', 'PSStyle', 'OFS', 'LASTEXITCODE'
            $targets | Where-Object { $_.VariablePath.UserPath -notin $uses -and $_.VariablePath.UserPath -notin $known }
        }
        Bad  = '$thing = 1'
    }
    PSAvoidUsingInvokeExpression                = @{
        Find = { param($Ast) Find-Command $Ast 'Invoke-Expression', 'iex' }
        Bad  = 'Invoke-Expression "1"'
    }
    PSAvoidUsingPlainTextForPassword            = @{
        Find = { param($Ast) Find-Parameter $Ast | Where-Object { $_.Name.VariablePath.UserPath -match 'password|passphrase|credential' -and $_.StaticType -in [string], [string[]], [object] } }
        Bad  = 'param([string] $Password)'
    }
    PSAvoidUsingComputerNameHardcoded           = @{
        Find = {
            param($Ast)
            Find-Ast $Ast ([CommandParameterAst]) | Where-Object { $_.ParameterName -eq 'ComputerName' } | Where-Object {
                $elements = $_.Parent.CommandElements
                $_.Argument -is [ConstantExpressionAst] -or $elements[$elements.IndexOf($_) + 1] -is [ConstantExpressionAst]
            }
        }
        Bad  = 'Invoke-Command -ComputerName server { 1 }'
    }
    PSUsePSCredentialType                       = @{
        Find = { param($Ast) Find-Parameter $Ast 'Credential' | Where-Object { $_.StaticType -ne [pscredential] } }
        Bad  = 'param([securestring] $Credential)'
    }
    'PSDSC*'                                    = @{
        Find = { param($Ast) Find-Ast $Ast ([TypeDefinitionAst]) | Where-Object { $_.Attributes.TypeName.Name -contains 'DscResource' } }
        Bad  = '[DscResource()] class Thing { }'
    }
}
