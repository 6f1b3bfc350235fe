using FastMd.Engine.Components;
using FastMd.Engine.Configuration;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>What the settings say of components.</summary>
internal static class ComponentSettings
{
    /// <summary>The rules for them, as JSON.</summary>
    /// <exception cref="SettingException">They are no such rules.</exception>
    public static string From(SettingsResolver settings)
    {
        var rules = settings.Resolve(SettingsTable.Components);
        try
        {
            _ = ComponentRegistry.With((string)rules.Value);
            return (string)rules.Value;
        }
        catch (FormatException invalid)
        {
            throw new SettingException($"{rules.Source}: {SettingsTable.Components.Key}: {invalid.Message}.", invalid);
        }
    }
}
