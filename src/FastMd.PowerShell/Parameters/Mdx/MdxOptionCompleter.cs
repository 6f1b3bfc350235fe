using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FastMd.Engine.Configuration;

namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>Offers hashtables of one setting each, with its default and what it means.</summary>
public sealed class MdxOptionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => SettingsTable.All
            .Where(setting => setting.Parameter.StartsWith("-MdxOption ", StringComparison.Ordinal))
            .Select(setting => (setting, Name: setting.Parameter["-MdxOption ".Length..]))
            .Where(option => option.Name.StartsWith((wordToComplete ?? "").TrimStart('@', '{', ' '), StringComparison.OrdinalIgnoreCase))
            .Select(option => new CompletionResult(
                $"@{{ {option.Name} = {Literal(option.setting)} }}",
                option.Name,
                CompletionResultType.ParameterValue,
                $"{option.setting.Meaning} ({option.setting.Allowed})"));

    private static string Literal(Setting setting) => setting.DefaultValue is bool value ? (value ? "$true" : "$false") : $"'{setting.DefaultText}'";
}
