using FastMd.Engine.Configuration;

namespace FastMd.PowerShell.Results.Settings;

/// <summary>The engine's settings as the shell's.</summary>
internal static class SettingMapping
{
    public static FastMdSetting ToShell(this ResolvedSetting resolved) => new()
    {
        Name = resolved.Setting.Key,
        Value = Data(resolved.Value, resolved.Text),
        Default = Data(resolved.Setting.DefaultValue, resolved.Setting.DefaultText),
        Origin = resolved.Origin switch
        {
            SettingOrigin.Default => FastMdSettingOrigin.Default,
            SettingOrigin.ResourceProfile => FastMdSettingOrigin.ResourceProfile,
            SettingOrigin.File => FastMdSettingOrigin.File,
            SettingOrigin.Environment => FastMdSettingOrigin.Environment,
            _ => throw new ArgumentOutOfRangeException(nameof(resolved), resolved.Origin, null),
        },
        Source = NullIfEmpty(resolved.Source),
        Allowed = resolved.Setting.Allowed,
        Parameter = NullIfEmpty(resolved.Setting.Parameter),
        Option = resolved.Setting.Option,
        EnvironmentVariable = resolved.Setting.EnvironmentVariable,
        Meaning = resolved.Setting.Meaning,
    };

    // The engine's enumerations are not for the shell to see: their names are.
    private static object Data(object value, string text) => value switch
    {
        IReadOnlyList<string> list => list.ToArray(),
        IReadOnlyList<int> list => list.ToArray(),
        Enum => text,
        _ => value,
    };

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
