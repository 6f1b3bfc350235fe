using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>Reads and checks a settings file as a whole, so that everything wrong in it is reported at once, each by line and column.</summary>
internal sealed class SettingsFileReader(string path, byte[] text)
{
    /// <summary>What editors find the schema by; it is no setting.</summary>
    public const string SchemaKey = "$schema";

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<Setting, ResolvedSetting> _values = [];
    private readonly List<string> _problems = [];
    private bool _hasListedKeys;

    public IReadOnlyDictionary<Setting, ResolvedSetting> Read()
    {
        try
        {
            ReadAll(new(text, Options));
        }
        catch (JsonException invalid)
        {
            throw new SettingException($"{At(OffsetOf(invalid))}: not valid JSON: {JsonText.Reason(invalid)}", invalid);
        }

        return _problems.Count == 0 ? _values : throw SettingException.All(_problems);
    }

    private static string Name(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON, and no text.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private void ReadAll(Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            _problems.Add($"{path}: a JSON object is expected.");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Name(reader);
            var keyPlace = At(reader.TokenStartIndex);
            reader.Read();
            var valuePlace = At(reader.TokenStartIndex);
            using var value = JsonDocument.ParseValue(ref reader);
            if (key != SchemaKey)
            {
                Take(key, keyPlace, value.RootElement, valuePlace);
            }
        }

        // Past the object there is nothing but white space and comments, or this throws.
        reader.Read();
    }

    private void Take(string key, string keyPlace, JsonElement value, string valuePlace)
    {
        if (SettingsTable.Find(key) is not { } setting)
        {
            _problems.Add($"{keyPlace}: '{SettingException.OnOneLine(key)}' is not a setting; {Hint(key)}");
        }
        else if (setting.IsCommand)
        {
            _problems.Add($"{keyPlace}: '{key}' is a command, and none is taken from a file, which may come with the documents; use {setting.Option}, {setting.Parameter} or {setting.EnvironmentVariable}.");
        }
        else if (_values.ContainsKey(setting))
        {
            _problems.Add($"{keyPlace}: '{key}' stands twice; remove one of the two.");
        }
        else
        {
            _values[setting] = new(setting, Parsed(setting, value, valuePlace), SettingOrigin.File, valuePlace);
        }
    }

    private object Parsed(Setting setting, JsonElement value, string place)
    {
        try
        {
            return setting.ParseAny(value, place);
        }
        catch (SettingException invalid)
        {
            _problems.Add(invalid.Message);
        }

        return setting.DefaultValue;
    }

    private string Hint(string key)
    {
        var hint = NearestSetting.Of(key) is { } near ? $"did you mean '{near}'?" : "";
        if (!_hasListedKeys)
        {
            _hasListedKeys = true;
            hint += $"{(hint.Length > 0 ? " There" : "there")} are: {string.Join(", ", SettingsTable.All)}.";
        }

        return hint.Length > 0 ? hint : "see the list above.";
    }

    private long OffsetOf(JsonException invalid)
    {
        var offset = 0;
        for (var line = 0; line < invalid.LineNumber; line++)
        {
            offset += text.AsSpan(offset).IndexOf((byte)'\n') + 1;
        }

        return Math.Min(offset + (invalid.BytePositionInLine ?? 0), text.Length);
    }

    private string At(long offset)
    {
        var before = text.AsSpan(0, (int)offset);
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return string.Create(CultureInfo.InvariantCulture, $"{path}({before.Count((byte)'\n') + 1},{Encoding.UTF8.GetCharCount(line) + 1})");
    }
}
