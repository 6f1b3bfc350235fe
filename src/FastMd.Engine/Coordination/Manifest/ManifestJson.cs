using System.Text.Encodings.Web;
using System.Text.Json;

namespace FastMd.Engine.Coordination.Manifest;

/// <summary>A manifest as JSON.</summary>
internal static class ManifestJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static void Write(JobManifest manifest, Stream output)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schemaVersion", JobManifest.SchemaVersion);
        if (manifest.BookFile is { } book)
        {
            json.WriteString("bookFile", book);
        }

        json.WriteString("sourceRoot", manifest.SourceRoot);
        json.WriteString("target", manifest.Target);
        json.WriteString("startedAt", manifest.StartedAt);
        json.WriteBoolean("isOver", manifest.Progress.IsOver);
        json.WriteNumber(manifest.BookFile is null ? "totalItems" : "totalChapters", manifest.Progress.Total);
        json.WriteNumber("pending", manifest.Progress.Pending);
        json.WriteNumber("inProgress", manifest.Progress.InProgress);
        json.WriteNumber("completed", manifest.Progress.Completed);
        json.WriteNumber("failed", manifest.Progress.Failed);
        json.WriteStartArray("workers");
        foreach (var worker in manifest.Workers)
        {
            json.WriteStringValue(worker);
        }

        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (var item in manifest.Items)
        {
            Write(item, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The status as it is written.</summary>
    public static string NameOf(ItemStatus status) => status switch
    {
        ItemStatus.Pending => "pending",
        ItemStatus.InProgress => "in_progress",
        ItemStatus.Completed => "completed",
        _ => "failed",
    };

    private static void Write(ItemState item, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("source", item.Name);
        json.WriteString("status", NameOf(item.Status));
        if (item.ClaimedBy is { } claimer)
        {
            json.WriteString("claimedBy", claimer);
        }

        if (item.ClaimedAt is { } claimedAt)
        {
            json.WriteString("claimedAt", claimedAt);
        }

        if (item.CompletedAt is { } completedAt)
        {
            json.WriteString("completedAt", completedAt);
        }

        json.WriteNumber("attempts", item.Attempts);
        if (item.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
