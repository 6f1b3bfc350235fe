using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FastMd.Engine.Configuration;

namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>Offers hashtables of one setting each, with its default and what it means.</summary>
public sealed class MdxOptionCompleter : IArgumentCompleter
{
    private const string Prefix = "-MdxOption ";

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => SettingCompleter.Hashtables(
            SettingsTable.All
                .Where(setting => setting.Parameter.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(setting => (setting, setting.Parameter[Prefix.Length..])),
            wordToComplete);
}
