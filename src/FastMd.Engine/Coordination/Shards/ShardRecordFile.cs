using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Coordination.Shards;

/// <summary>The file <c>.fastmd/shard.json</c> of a destination, which holds a <see cref="ShardRecord"/>.</summary>
internal static class ShardRecordFile
{
    // Rises when a member changes its meaning or goes.
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Absolute path of the file.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    public static string PathIn(string destination) => Path.Combine(StateFolder.Of(destination), StateFolder.ShardName);

    /// <summary>Writes it; the folder of the state is there.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <param name="record">What it is to hold.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string destination, ShardRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        StateFolder.Check(destination);
        using var file = new ReplacementFile(PathIn(destination));
        using (var json = new Utf8JsonWriter(file.Content, Options))
        {
            Write(json, record);
        }

        file.Commit();
    }

    /// <summary>Reads it; null where there is none.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <exception cref="InvalidDataException">It is not of the form this version writes.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static ShardRecord? Read(string destination)
    {
        StateFolder.Check(destination);
        var path = PathIn(destination);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(json.RootElement);
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"'{path}' was written by another version, or is no record of a shard", foreign);
        }
    }

    /// <summary>Removes it, where there is one: the destination holds more than a shard, or is about to.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <exception cref="IOException">It cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be removed.</exception>
    public static void Remove(string destination)
    {
        var path = PathIn(destination);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static void Write(Utf8JsonWriter json, ShardRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteNumber("shard", record.Number.Index);
        json.WriteNumber("of", record.Number.Total);
        json.WriteBoolean("finished", record.IsFinished);
        json.WriteNumber("failed", record.Failed);
        json.WriteString("split", record.Split.Hex);
        json.WriteString("engine", record.Fingerprint.Engine.Hex);
        json.WriteString("options", record.Fingerprint.Options.Hex);
        json.WriteString("template", record.Fingerprint.Template.Hex);
        json.WriteString("target", record.Fingerprint.Target);
        json.WriteString("root", record.Root);
        json.WriteString("rootThere", record.RootThere);
        if (record.Settings is { } settings)
        {
            json.WriteStartObject("settings");
            foreach (var (key, value) in settings)
            {
                json.WritePropertyName(key);
                json.WriteRawValue(value);
            }

            json.WriteEndObject();
        }

        json.WriteStartArray("documents");
        foreach (var document in record.Documents)
        {
            json.WriteStartArray();
            json.WriteNumberValue(document.Index);
            json.WriteStringValue(document.Name);
            json.WriteStringValue(document.Output);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ShardRecord Read(JsonElement json)
    {
        var (index, total) = (json.GetProperty("shard").GetInt32(), json.GetProperty("of").GetInt32());
        return json.GetProperty("version").GetInt32() != Version || total is < 1 or > ShardNumber.Most || index < 1 || index > total
            ? throw new FormatException()
            : new()
            {
                Number = new(index, total),
                IsFinished = json.GetProperty("finished").GetBoolean(),
                Failed = json.GetProperty("failed").GetInt64(),
                Split = HashIn(json, "split"),
                Fingerprint = new(HashIn(json, "engine"), HashIn(json, "options"), HashIn(json, "template"), TextIn(json, "target")),
                Root = TextIn(json, "root"),
                RootThere = TextIn(json, "rootThere"),
                Settings = json.TryGetProperty("settings", out var settings) ? [.. settings.EnumerateObject().Select(static one => (one.Name, one.Value.GetRawText()))] : null,
                Documents = [.. json.GetProperty("documents").EnumerateArray().Select(static one => new ShardDocument(one[0].GetInt64(), one[1].GetString()!, one[2].GetString()))],
            };
    }

    private static ContentHash HashIn(JsonElement json, string name) => new(ulong.Parse(TextIn(json, name), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static string TextIn(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException();
}
