using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FastMd.Engine.Configuration;

namespace FastMd.PowerShell.Parameters;

/// <summary>Offers hashtables of one setting each, with its default and what it means.</summary>
public sealed class SettingCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Hashtables(
            SettingsTable.All.Where(setting => setting.Parameter.Length > 0).Select(setting => (setting, setting.Key)), wordToComplete);

    /// <summary>Hashtables of those settings whose names begin as what is typed.</summary>
    internal static IEnumerable<CompletionResult> Hashtables(IEnumerable<(Setting Setting, string Name)> settings, string? typed) => settings
        .Where(option => option.Name.StartsWith((typed ?? "").TrimStart('@', '{', ' '), StringComparison.OrdinalIgnoreCase))
        .Select(option => new CompletionResult(
            $"@{{ {option.Name} = {Literal(option.Setting)} }}",
            option.Name,
            CompletionResultType.ParameterValue,
            $"{option.Setting.Meaning} ({option.Setting.Allowed})"));

    private static string Literal(Setting setting) => setting.DefaultValue switch
    {
        bool value => value ? "$true" : "$false",
        int or double => setting.DefaultText,
        _ => $"'{setting.DefaultText}'",
    };
}
