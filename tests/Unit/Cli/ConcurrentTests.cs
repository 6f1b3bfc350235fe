using System.Diagnostics;
using System.Text.Json;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>Several processes of the executable that share a job, left alone, killed and stopped.</summary>
public sealed class ConcurrentTests : IDisposable
{
    private const int Documents = 300;

    // Two hundred were run by hand; here a few keep it true.
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("FASTMD_TEST_KILLS"), out var kills) ? kills : 4;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Processes_that_are_started_at_once_do_each_document_once()
    {
        Write(version: 0);
        await ReferenceAsync();
        var runs = Enumerable.Range(0, 2).Select(_ => Start("site", "--json")).ToList();
        var said = await Task.WhenAll(runs.Select(EndAsync));

        var sources = said.SelectMany(static output => output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()).ToList();
        Assert.Equal(Documents, sources.Count);
        Assert.Equal(Documents, sources.Distinct().Count());
        Assert.Equal(Outputs("reference"), Outputs("site"));
    }

    [Fact]
    public async Task Of_four_processes_one_is_killed_at_any_moment_and_nothing_is_lost_torn_or_held_by_two()
    {
        var random = new Random(21);
        var whole = TimeSpan.FromSeconds(1);
        var killed = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            Write(round);
            await ReferenceAsync();
            var before = Outputs("site");
            var expected = Outputs("reference");
            var started = TimeProvider.System.GetTimestamp();
            var runs = Enumerable.Range(0, 4).Select(_ => Start("site", "--quiet")).ToList();
            var victim = runs[random.Next(runs.Count)];
            await Task.WhenAny(victim.WaitForExitAsync(Cancellation), Task.Delay(whole * random.NextDouble(), Cancellation));
            killed += victim.HasExited ? 0 : 1;
            victim.Kill();
            await victim.WaitForExitAsync(Cancellation);
            Assert.DoesNotContain(Outputs("site"), output => expected[output.Key] != output.Value && before.GetValueOrDefault(output.Key) != output.Value);

            await Task.WhenAll(runs.Where(run => run != victim).Select(EndAsync));
            whole = TimeProvider.System.GetElapsedTime(started);
            Assert.Equal(expected, Outputs("site"));
            var status = JobManifest.Read(_folder.At("site"))!;
            Assert.True(status.Progress is { IsOver: true, Completed: Documents, Failed: 0 }, $"Round {round}: {status.Progress}");
            Assert.DoesNotContain(_folder.Files(), static file => file.EndsWith(".tmp", StringComparison.Ordinal));
            victim.Dispose();
        }

        Assert.True(killed > 0, "No process was killed before it was over.");
    }

    [Fact]
    public async Task A_process_that_is_stopped_for_longer_than_a_claim_lasts_and_wakes_up_does_no_harm()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Processes are stopped by a signal.");
        Write(version: 0);
        await ReferenceAsync();
        using var stopped = Start("site", "--quiet", ("FASTMD_CLAIM_TIMEOUT_SECONDS", "1"), ("FASTMD_WORKERS", "1"));
        Assert.True(SpinWait.SpinUntil(() => HasClaims() || stopped.HasExited, TimeSpan.FromMinutes(1)));
        Signal(stopped, "STOP");
        var wasStopped = !stopped.HasExited;

        await EndAsync(Start("site", "--quiet", ("FASTMD_CLAIM_TIMEOUT_SECONDS", "1")));
        Assert.Equal(Outputs("reference"), Outputs("site"));
        var status = JobManifest.Read(_folder.At("site"))!;
        Assert.Equal(Documents, status.Progress.Completed);

        Signal(stopped, "CONT");
        await stopped.WaitForExitAsync(Cancellation);
        Assert.Equal(0, stopped.ExitCode);
        Assert.True(wasStopped);
        Assert.Equal(Outputs("reference"), Outputs("site"));
        Assert.Equal(Documents, JobManifest.Read(_folder.At("site"))!.Progress.Completed);
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends well; gives what it wrote to standard output.</summary>
    private static async Task<string> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        var said = await errors;

        // Where coverage is measured, each process takes a mutex as it ends, and breaks off where one was killed that had it.
        Assert.True(process.ExitCode == 0 || said.Contains("Coverlet.Core.Instrumentation", StringComparison.Ordinal), $"{process.ExitCode}: {said}");
        process.Dispose();
        return await output;
    }

    private bool HasClaims()
        => JobManifest.Read(_folder.At("site")) is { } manifest && manifest.Items.Any(static item => item.Status == ItemStatus.InProgress);

    private Task<string> ReferenceAsync()
    {
        if (Directory.Exists(_folder.At("reference")))
        {
            Directory.Delete(_folder.At("reference"), recursive: true);
        }

        return EndAsync(Run("reference", "--quiet", []));
    }

    private Process Start(string destination, string option, params (string Name, string Value)[] variables) => Run(destination, option, ["--concurrent"], variables);

    private Process Run(string destination, string option, string[] more, params (string Name, string Value)[] variables)
    {
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "fastmd.dll"), "convert", _folder.At("docs"), "--output", _folder.At(destination), option, .. more];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private void Write(int version)
    {
        for (var i = 0; i < Documents; i++)
        {
            _folder.Write($"docs/{i % 20}/{i}.md", $"# Version {version} of {i}\n\n" + string.Concat(Enumerable.Repeat($"*text* {version}, [next]({(i + 20) % Documents}.md)\n\n", 40)));
        }
    }

    private SortedDictionary<string, string> Outputs(string destination)
    {
        var root = _folder.At(destination);
        return new(
            Directory.Exists(root)
                ? Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(root, path), File.ReadAllText)
                : [],
            StringComparer.Ordinal);
    }
}
