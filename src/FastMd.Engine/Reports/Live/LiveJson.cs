using System.Text.Json;

namespace FastMd.Engine.Reports.Live;

/// <summary>A job that runs, as JSON: for its page, and for processes that put together what several said. docs/dashboard.md says what the fields mean.</summary>
internal static class LiveJson
{
    /// <summary>Writes it as one line of UTF-8.</summary>
    public static byte[] Write(LiveReport live)
    {
        ArgumentNullException.ThrowIfNull(live);
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            Write(live, new JsonFields(json) { KeepsHalves = true });
        }

        return output.ToArray();
    }

    /// <summary>Writes it as one JSON value.</summary>
    public static void Write(LiveReport live, JsonFields json) => json.Object(null, () =>
    {
        json.Text("job", live.Job);
        json.Text("id", live.Id);
        json.Text("name", live.Name);
        json.Name("state", live.State);
        json.Time("atUtc", live.At);
        json.Number("completed", live.Completed);
        json.Whole("total", live.Total);
        json.Real("timeLeftMs", live.TimeLeft?.TotalMilliseconds);
        json.Optional("currentFile", live.CurrentFile);
        json.Real("documentsPerMinute", live.Pace.DocumentsPerSecond * 60);
        json.Real("pagesPerMinute", live.Pace.PagesPerSecond * 60);
        json.Array("processes", live.Processes, process => Process(json, process));
        ReportJson.Write("report", live.Report, json);
    });

    private static void Process(JsonFields json, LiveProcess process)
    {
        json.Text("name", process.Name);
        json.Name("role", process.Role);
        json.Name("state", process.State);
        json.Time("atUtc", process.At);
        json.Number("workersActive", process.WorkersActive);
        json.Real("workersAllowed", process.WorkersAllowed);
        json.Real("efficiency", process.Efficiency);
        json.Number("documents", process.Documents);
        json.Real("documentsPerMinute", process.DocumentsPerSecond * 60);
        json.Real("pagesPerMinute", process.PagesPerSecond * 60);
        json.Number("waiting", process.Waiting);
        json.Number("parked", process.Parked);
        json.Real("cpu", process.Cpu);
        json.Number("residentBytes", process.ResidentBytes);
        json.Whole("openFiles", process.OpenFiles);
        json.Whole("openFilesLimit", process.OpenFilesLimit);
        json.Milliseconds("p95Ms", process.P95);
        json.Array("workers", process.Workers, worker =>
        {
            json.Number("number", worker.Number);
            json.Optional("document", worker.Document);
            json.Milliseconds("forMs", worker.For);
            json.Number("documents", worker.Documents);
            json.Real("efficiency", worker.Efficiency);
            json.Flag("isStuck", worker.IsStuck);
        });
    }
}
