using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FastMd.Cluster.Bench.Network;

namespace FastMd.Cluster.Bench.Processes;

/// <summary>A publisher and the job it publishes.</summary>
internal sealed class Publication : IDisposable
{
    private readonly Host _host;
    private readonly Command _command;
    private readonly string _folder;
    private readonly bool _reportsResults;
    private readonly long _started = Stopwatch.GetTimestamp();
    private LiveProcess _process;

    /// <summary>Starts it.</summary>
    /// <param name="workspace">What is shared.</param>
    /// <param name="host">The host it runs on.</param>
    /// <param name="job">What it publishes.</param>
    public Publication(Workspace workspace, Host host, Job job)
    {
        _host = host;
        _folder = workspace.NewFolder("publisher");
        _reportsResults = job.ReportsResults;
        ReportFile = Path.Combine(_folder, "report.json");
        _command = workspace.Executable.Command([.. job.Arguments, "--report", ReportFile, .. job.ReportsResults ? ["--json"] : Array.Empty<string>()]) with { Environment = job.Environment };
        WorkingDirectory = job.WorkingDirectory ?? _folder;
        _process = LiveProcess.Start(_host, _command, WorkingDirectory);
    }

    public string ReportFile { get; }

    public string WorkingDirectory { get; }

    public LiveProcess Process => _process;

    /// <summary>Since it was first started.</summary>
    public double Seconds => Stopwatch.GetElapsedTime(_started).TotalSeconds;

    /// <summary>Starts the same command again.</summary>
    public void Restart()
    {
        _process.Dispose();
        File.Delete(ReportFile);
        _process = LiveProcess.Start(_host, _command, WorkingDirectory);
    }

    /// <summary>What is wrong with what it says it did; nothing where nothing is.</summary>
    public IReadOnlyList<string> WrongCounts(int documents)
    {
        var wrong = new List<string>();
        if (Counts.Of(ReportFile) is var counts && counts?.IsAllConverted(documents) != true)
        {
            wrong.Add($"the report says {counts?.ToString() ?? "nothing"}");
        }

        if (Counts.OfSummary(_process.Messages.Text) is var summary && summary != documents)
        {
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"the summary says {(summary is { } number ? number : "nothing")}: '{_process.Tail(1)}'"));
        }

        if (_reportsResults)
        {
            var results = _process.Output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(SourceOf).OfType<string>().ToList();
            if (results.Distinct(StringComparer.Ordinal).Count() is var different && (different != documents || results.Count != documents))
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{results.Count} results of {different} documents were reported"));
            }
        }

        return wrong;
    }

    public override string ToString() => $"{_command}\n  exit code {(Process.IsOver ? Process.Code : "none")}, {Seconds:0.0} s\n{Process.Tail()}";

    public void Dispose() => _process.Dispose();

    private static string? SourceOf(string line)
    {
        using var result = JsonDocument.Parse(line);
        return result.RootElement.TryGetProperty("kind", out var kind) && kind.GetString() == "document" ? result.RootElement.GetProperty("source").GetString() : null;
    }
}
