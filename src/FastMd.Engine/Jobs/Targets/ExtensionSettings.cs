using FastMd.Engine.Configuration;
using FastMd.Engine.Markdown;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>Which extensions of Markdown the settings ask for.</summary>
internal static class ExtensionSettings
{
    /// <summary>What GitHub has.</summary>
    public const SyntaxExtensions OfGitHub = SyntaxExtensions.Math | SyntaxExtensions.Emoji | SyntaxExtensions.Alerts;

    /// <summary>The extensions.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="automatic">Those that are on where the settings leave that open.</param>
    public static SyntaxExtensions From(SettingsResolver settings, SyntaxExtensions automatic)
    {
        return Of(SettingsTable.Math, SyntaxExtensions.Math)
            | Of(SettingsTable.Emoji, SyntaxExtensions.Emoji)
            | Of(SettingsTable.Alerts, SyntaxExtensions.Alerts)
            | If(settings.Get(SettingsTable.CustomHeadingIds), SyntaxExtensions.HeadingIds)
            | If(settings.Get(SettingsTable.Directives), SyntaxExtensions.Directives);

        SyntaxExtensions Of(Setting<ExtensionUse> setting, SyntaxExtensions extension)
            => settings.Get(setting) switch
            {
                ExtensionUse.On => extension,
                ExtensionUse.Off => SyntaxExtensions.None,
                _ => automatic & extension,
            };

        static SyntaxExtensions If(bool isOn, SyntaxExtensions extension) => isOn ? extension : SyntaxExtensions.None;
    }
}
