using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>The settings a <c>fastmd.json</c> gives. Comments and trailing commas are allowed in it.</summary>
public sealed class SettingsFile
{
    /// <summary>The file's name.</summary>
    public const string FileName = "fastmd.json";

    private static readonly JsonDocumentOptions JsonOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<string, JsonElement> _values;

    private SettingsFile(string path, Dictionary<string, JsonElement> values)
    {
        Path = path;
        _values = values;
    }

    /// <summary>Absolute path of the file.</summary>
    public string Path { get; }

    /// <summary>The nearest settings file of a folder or one above it; null where there is none.</summary>
    /// <param name="folder">Absolute path to start from.</param>
    /// <exception cref="SettingException">The file is not JSON, or has a key that is no setting.</exception>
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

    internal bool TryGet(Setting setting, out JsonElement value) => _values.TryGetValue(setting.Key, out value);

    private static SettingsFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), JsonOptions);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(path, Known(path, document.RootElement))
                : throw new SettingException($"{path}: a JSON object is expected.");
        }
        catch (JsonException invalid)
        {
            throw new SettingException($"{path}({invalid.LineNumber + 1},{invalid.BytePositionInLine + 1}): not valid JSON.", invalid);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{path}: cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static Dictionary<string, JsonElement> Known(string path, JsonElement root)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name != "$schema" && !SettingsTable.All.Any(setting => setting.Key == property.Name))
            {
                throw new SettingException(
                    $"{path}: '{property.Name}' is not a setting; there are: {string.Join(", ", SettingsTable.All)}.");
            }

            values[property.Name] = property.Value.Clone();
        }

        return values;
    }
}
