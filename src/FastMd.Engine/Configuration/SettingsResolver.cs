namespace FastMd.Engine.Configuration;

/// <summary>
/// Finds each setting's value: what the caller gave (parameter or option), else the environment, else
/// <c>fastmd.json</c>, else what the resource profile in force says, else the default.
/// </summary>
/// <param name="environment">Looks up an environment variable.</param>
/// <param name="file">The settings file in force, if any.</param>
/// <param name="workingDirectory">Absolute path that relative paths belong to, but for those in the settings file, which belong to its folder.</param>
public sealed class SettingsResolver(Func<string, string?> environment, SettingsFile? file, string? workingDirectory = null)
{
    private readonly Dictionary<Setting, object> _given = [];
    private IReadOnlyDictionary<Setting, object>? _profile;

    private IReadOnlyDictionary<Setting, object> Profile
        => _profile ??= ResourceProfiles.Of(Get(SettingsTable.ResourceProfile), Environment.ProcessorCount);

    /// <summary>Takes down what the caller gave, under the name by which the user knows it.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The value.</param>
    /// <param name="origin">The parameter or option, for messages.</param>
    /// <exception cref="SettingException">The value is out of bounds.</exception>
    public void Give<T>(Setting<T> setting, T value, string origin)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(setting);
        _given[setting] = setting.Check(value, origin);
    }

    /// <summary>Takes down what the caller gave as text.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="text">The value.</param>
    /// <param name="origin">The parameter or option, for messages.</param>
    /// <exception cref="SettingException">The text is no value of the setting, or one out of bounds.</exception>
    public void GiveText(Setting setting, string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(setting);
        _given[setting] = setting.ParseAny(text, origin);
    }

    /// <summary>The value in force.</summary>
    /// <exception cref="SettingException">The environment or the file holds a value that is not allowed.</exception>
    public T Get<T>(Setting<T> setting)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (_given.TryGetValue(setting, out var given))
        {
            return (T)given;
        }

        if (environment(setting.EnvironmentVariable) is { Length: > 0 } text)
        {
            return setting.Parse(text, setting.EnvironmentVariable);
        }

        return file is not null && file.TryGet(setting, out var json)
            ? setting.Parse(json, $"{file.Path}: {setting.Key}")
            : !ReferenceEquals(setting, SettingsTable.ResourceProfile) && Profile.TryGetValue(setting, out var byProfile)
                ? (T)byProfile
                : setting.Default;
    }

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
    internal bool IsNamedBefore(Setting setting, Setting other) => PlaceOf(setting) < PlaceOf(other);

    private string FolderOf(Setting setting)
        => PlaceOf(setting) == Place.File ? Path.GetDirectoryName(file!.Path)!
            : workingDirectory ?? throw new SettingException($"{setting.Key}: an absolute path is needed here.");

    private Place PlaceOf(Setting setting)
        => _given.ContainsKey(setting) ? Place.Caller
            : environment(setting.EnvironmentVariable) is { Length: > 0 } ? Place.Environment
            : file is not null && file.TryGet(setting, out _) ? Place.File
            : Place.Nowhere;

    private enum Place
    {
        Caller,
        Environment,
        File,
        Nowhere,
    }
}
