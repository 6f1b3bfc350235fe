using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>
/// Finds each setting's value: what the caller gave (parameter or option), else the environment, else
/// <c>fastmd.json</c>, else what the resource profile in force says, else the default.
/// </summary>
/// <param name="environment">Looks up an environment variable.</param>
/// <param name="file">The settings file in force, if any.</param>
/// <param name="workingDirectory">Absolute path that relative paths are resolved against, but for those in the settings file, which belong to its folder.</param>
internal sealed class SettingsResolver(Func<string, string?> environment, SettingsFile? file, string? workingDirectory = null)
{
    private readonly Dictionary<Setting, ResolvedSetting> _given = [];
    private IReadOnlyDictionary<Setting, object>? _profile;

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> EnvironmentVariable => environment;

    private IReadOnlyDictionary<Setting, object> Profile
        => _profile ??= ResourceProfiles.Of(Get(SettingsTable.ResourceProfile), Environment.ProcessorCount);

    /// <summary>Records what the caller gave, under the name by which the user knows it.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The value.</param>
    /// <param name="origin">The parameter or option, for messages.</param>
    /// <exception cref="SettingException">The value is out of bounds.</exception>
    public void Give<T>(Setting<T> setting, T value, string origin)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(setting);
        _given[setting] = new(setting, setting.Check(value, origin), SettingOrigin.Given, origin);
    }

    /// <summary>Records what the caller gave as text.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="text">The value.</param>
    /// <param name="origin">The parameter or option, for messages.</param>
    /// <exception cref="SettingException">The text is no value of the setting, or one out of bounds.</exception>
    public void GiveText(Setting setting, string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(setting);
        _given[setting] = new(setting, setting.ParseAny(text, origin), SettingOrigin.Given, origin);
    }

    /// <summary>Records what the caller gave as JSON.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="json">The value.</param>
    /// <param name="origin">Where it stands, for messages.</param>
    /// <exception cref="SettingException">It is no value of the setting, or one out of bounds.</exception>
    public void GiveJson(Setting setting, JsonElement json, string origin)
    {
        ArgumentNullException.ThrowIfNull(setting);
        _given[setting] = new(setting, setting.ParseAny(json, origin), SettingOrigin.Given, origin);
    }

    /// <summary>Looks up the setting that <c>--set</c> or <c>-Setting</c> names by its case-insensitive key, before it is given a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="door">The parameter or option, for messages.</param>
    /// <exception cref="SettingException">There is no such setting, or it was given twice and it is unclear which value applies.</exception>
    public Setting Named(string key, string door)
    {
        if (SettingsTable.All.FirstOrDefault(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is not { } setting)
        {
            throw SettingException.Unknown(key, door);
        }

        return !_given.TryGetValue(setting, out var given)
            ? setting
            : throw new SettingException($"{door} {setting.Key}: {given.Source} gives it already; leave one of the two out.");
    }

    /// <summary>The value in force.</summary>
    /// <exception cref="SettingException">The environment holds a value that is not allowed; all such values are named.</exception>
    public T Get<T>(Setting<T> setting)
        where T : notnull
        => (T)Resolve(setting).Value;

    /// <summary>The value in force, and where it came from.</summary>
    /// <exception cref="SettingException">The environment holds a value that is not allowed; all such values are named.</exception>
    public ResolvedSetting Resolve(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return _given.GetValueOrDefault(setting) ?? FromEnvironment(setting) ?? file?.Find(setting) ?? FromProfile(setting)
            ?? new(setting, setting.DefaultValue, SettingOrigin.Default, "");
    }

    /// <summary>Every setting's value, and where it came from, in the order of <see cref="SettingsTable.All"/>.</summary>
    /// <exception cref="SettingException">The environment holds values that are not allowed; all of them are named.</exception>
    public IReadOnlyList<ResolvedSetting> ResolveAll() => [.. SettingsTable.All.Select(Resolve)];

    private ResolvedSetting? FromEnvironment(Setting setting)
    {
        try
        {
            return Variable(setting);
        }
        catch (SettingException)
        {
            // A user who corrects one variable should see the other invalid ones at the same time.
            throw SettingException.All(SettingsTable.All.Where(other => !_given.ContainsKey(other)).Select(Problem).OfType<string>());
        }
    }

    private string? Problem(Setting setting)
    {
        try
        {
            _ = Variable(setting);
            return null;
        }
        catch (SettingException invalid)
        {
            return invalid.Message;
        }
    }

    private ResolvedSetting? Variable(Setting setting)
        => environment(setting.EnvironmentVariable) is { Length: > 0 } text
            ? new(setting, setting.ParseAny(text, setting.EnvironmentVariable), SettingOrigin.Environment, setting.EnvironmentVariable)
            : null;

    private ResolvedSetting? FromProfile(Setting setting)
        => !ReferenceEquals(setting, SettingsTable.ResourceProfile) && Profile.TryGetValue(setting, out var value)
            ? new(setting, value, SettingOrigin.ResourceProfile, Resolve(SettingsTable.ResourceProfile).Text)
            : null;

    /// <summary>The absolute path that a setting names; null where it names none.</summary>
    /// <exception cref="SettingException">The environment or the file holds a value that is not allowed.</exception>
    public string? GetPath(Setting<string> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Get(setting) switch
        {
            "" => null,
            var path when Path.IsPathFullyQualified(path) => path,
            var path => Path.GetFullPath(path, FolderOf(setting)),
        };
    }

    /// <summary>Whether one setting was named at a place that goes before the one where another was.</summary>
    internal bool IsNamedBefore(Setting setting, Setting other) => Resolve(setting).Origin > Resolve(other).Origin;

    private string FolderOf(Setting setting)
        => Resolve(setting).Origin == SettingOrigin.File ? Path.GetDirectoryName(file!.Path)!
            : workingDirectory ?? throw new SettingException($"{setting.Key}: an absolute path is needed here.");
}
