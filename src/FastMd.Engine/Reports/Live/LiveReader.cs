using System.Text.Json;
using FastMd.Engine.Reports.Joining;
using static FastMd.Engine.Reports.JsonReading;

namespace FastMd.Engine.Reports.Live;

/// <summary>Reads what <see cref="LiveJson"/> wrote.</summary>
internal static class LiveReader
{
    /// <summary>Reads it.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <returns>Null where it is none of this version's form, such as a file that is being written, or has figures that cannot be.</returns>
    public static LiveReport? TryRead(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return Live(json.RootElement);
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static LiveReport Live(JsonElement json) => new()
    {
        Job = Text(json, "job"),
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        State = Name<LiveState>(json, "state"),
        At = Moment(json, "atUtc"),
        Completed = Number(json, "completed"),
        Total = NumberOrNull(json, "total"),
        CurrentFile = TextOrNull(json, "currentFile"),
        Report = ReportReader.Read(json.GetProperty("report")),
        Processes = Items(json, "processes", Process),
    };

    private static LiveProcess Process(JsonElement json) => new()
    {
        Name = Text(json, "name"),
        Role = Name<LiveRole>(json, "role"),
        State = Name<LiveState>(json, "state"),
        At = Moment(json, "atUtc"),
        WorkersActive = Few(json, "workersActive"),
        WorkersAllowed = Real(json, "workersAllowed") ?? 0,
        Efficiency = Real(json, "efficiency") ?? 0,
        Documents = Number(json, "documents"),
        DocumentsPerSecond = (Real(json, "documentsPerMinute") ?? 0) / 60,
        PagesPerSecond = (Real(json, "pagesPerMinute") ?? 0) / 60,
        Waiting = Number(json, "waiting"),
        Parked = Number(json, "parked"),
        Cpu = Real(json, "cpu"),
        ResidentBytes = Number(json, "residentBytes"),
        OpenFiles = WholeOrNull(json, "openFiles"),
        OpenFilesLimit = WholeOrNull(json, "openFilesLimit"),
        P95 = Time(json, "p95Ms"),
        Workers = Items(json, "workers", Worker),
    };

    private static LiveWorker Worker(JsonElement json) => new(
        Few(json, "number"),
        TextOrNull(json, "document"),
        Time(json, "forMs"),
        Number(json, "documents"),
        Real(json, "efficiency") ?? 0,
        json.GetProperty("isStuck").GetBoolean());
}
