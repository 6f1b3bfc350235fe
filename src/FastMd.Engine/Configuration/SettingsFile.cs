using System.Text;

namespace FastMd.Engine.Configuration;

/// <summary>The settings a <c>fastmd.json</c> gives. Comments and trailing commas are allowed in it.</summary>
internal sealed class SettingsFile
{
    /// <summary>The file's name.</summary>
    public const string FileName = "fastmd.json";

    private readonly IReadOnlyDictionary<Setting, ResolvedSetting> _values;

    private SettingsFile(string path, IReadOnlyDictionary<Setting, ResolvedSetting> values)
    {
        Path = path;
        _values = values;
    }

    /// <summary>Absolute path of the file.</summary>
    public string Path { get; }

    /// <summary>The nearest settings file of a folder or one above it; null where there is none.</summary>
    /// <param name="folder">Absolute path to start from.</param>
    /// <exception cref="SettingException">
    /// The file is not JSON, or has keys that are no settings or values that are not allowed; all of them are named.
    /// </exception>
    public static SettingsFile? FindUpward(string folder)
    {
        for (var current = folder; current is not null; current = System.IO.Path.GetDirectoryName(current))
        {
            var path = System.IO.Path.Combine(current, FileName);
            if (File.Exists(path))
            {
                return Read(path);
            }
        }

        return null;
    }

    internal ResolvedSetting? Find(Setting setting) => _values.GetValueOrDefault(setting);

    private static SettingsFile Read(string path)
    {
        try
        {
            return new(path, new SettingsFileReader(path, Encoding.UTF8.GetBytes(File.ReadAllText(path))).Read());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{path}: cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
