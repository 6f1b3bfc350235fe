using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FastMd.Engine.Configuration;

namespace FastMd.PowerShell.Parameters;

/// <summary>Offers the settings there are, with what they mean.</summary>
public sealed class SettingNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => SettingsTable.All
            .Where(setting => setting.Key.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(setting => new CompletionResult(setting.Key, setting.Key, CompletionResultType.ParameterValue, setting.Meaning));
}
