using FastMd.Engine.Configuration;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>The targets that the setting <c>to</c> names.</summary>
internal static class TargetList
{
    private static readonly IReadOnlyList<(Target Default, Func<SettingsResolver, Target> From)> Entries =
    [
        (new HtmlTarget(), HtmlTarget.From),
        (new JavaScriptTarget(), JavaScriptTarget.From),
        (new ContextTarget(), ContextTarget.From),
        (new MarkdownTarget(), MarkdownTarget.From),
    ];

    /// <summary>Their names: those that <see cref="SettingsTable.To"/> allows.</summary>
    public static IEnumerable<string> Names => Entries.Select(static entry => entry.Default.Name);

    /// <summary>The target that the settings name, with its options.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static Target From(SettingsResolver settings) => Named(settings).From(settings);

    /// <summary>The target that the settings name, with default options.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static Target DefaultOf(SettingsResolver settings) => Named(settings).Default;

    private static (Target Default, Func<SettingsResolver, Target> From) Named(SettingsResolver settings)
    {
        var name = settings.Get(SettingsTable.To);
        return Entries.First(entry => entry.Default.Name == name);
    }
}
