using System.Text.Json;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>The memory that a report says a job had.</summary>
public sealed class WorkerProcessMemoryTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Memory_of_worker_processes_is_counted()
    {
        for (var number = 0; number < 8; number++)
        {
            _folder.Write($"docs/{number}.md", $"# {number}\n\nSome *text*.\n");
        }

        var threads = await MemoryAsync("thread");
        var processes = await MemoryAsync("process");

        Assert.InRange(processes.AtEnd, 1.3 * threads.AtEnd, 10 * threads.AtEnd);
        Assert.True(processes.Peak >= processes.AtEnd, $"{processes}");
    }

    private async Task<(long AtEnd, long Peak)> MemoryAsync(string isolation)
    {
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "fastmd.dll"), "convert", "docs", "--output", isolation, "--isolation", isolation, "--jobs", "2", "--report", $"{isolation}.json", "--quiet",
        ];
        var (exitCode, output) = await ChildProcess.RunAsync("dotnet", arguments, new Dictionary<string, string?>(), Patience, TestContext.Current.CancellationToken, _folder.Path);

        Assert.True(exitCode == 0, output);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.At($"{isolation}.json"), TestContext.Current.CancellationToken));
        var report = json.RootElement;
        return (report.GetProperty("timeline").EnumerateArray().Last().GetProperty("residentBytes").GetInt64(), report.GetProperty("peakResidentBytes").GetInt64());
    }
}
