using System.Diagnostics;
using System.Text.Json;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Engine.Output.Logs;

namespace FastMd.Tests.Unit.Cli;

/// <summary>Several processes of the executable that share a job, left alone, killed and stopped.</summary>
public sealed class ConcurrentTests : IDisposable
{
    private const int Documents = 300;

    // Two hundred were run by hand; here a few keep it true.
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("FASTMD_TEST_KILLS"), out var kills) ? kills : 4;

    private readonly VersionedTree _tree = new(Documents);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Processes_that_are_started_at_once_do_each_document_once()
    {
        _tree.Write(version: 0);
        await ReferenceAsync();
        var runs = Enumerable.Range(0, 2).Select(_ => Start("--json")).ToList();
        var said = await Task.WhenAll(runs.Select(EndAsync));

        var sources = said.SelectMany(static output => output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()).ToList();
        Assert.Equal(Documents, sources.Count);
        Assert.Equal(Documents, sources.Distinct().Count());
        Assert.Equal(_tree.Outputs("reference"), _tree.Outputs("site"));
    }

    [Fact]
    public async Task Of_four_processes_one_is_killed_at_any_moment_and_nothing_is_lost_torn_or_held_by_two()
    {
        var random = new Random(21);
        var whole = TimeSpan.FromSeconds(1);
        var killed = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            _tree.Write(round);
            await ReferenceAsync();
            var before = _tree.Outputs("site");
            var expected = _tree.Outputs("reference");
            var started = TimeProvider.System.GetTimestamp();
            var runs = Enumerable.Range(0, 4).Select(_ => Start("--quiet")).ToList();
            var victim = runs[random.Next(runs.Count)];
            await Task.WhenAny(victim.WaitForExitAsync(Cancellation), Task.Delay(whole * random.NextDouble(), Cancellation));
            killed += victim.HasExited ? 0 : 1;
            victim.Kill();
            await victim.WaitForExitAsync(Cancellation);
            Assert.DoesNotContain(_tree.Outputs("site"), output => expected[output.Key] != output.Value && before.GetValueOrDefault(output.Key) != output.Value);

            await Task.WhenAll(runs.Where(run => run != victim).Select(EndAsync));
            whole = TimeProvider.System.GetElapsedTime(started);
            Assert.Equal(expected, _tree.Outputs("site"));
            var status = JobManifest.Read(_tree.At("site"))!;
            Assert.True(status.Progress is { IsOver: true, Completed: Documents, Failed: 0 }, $"Round {round}: {status.Progress}");
            Assert.False(_tree.HasLeftovers);
            victim.Dispose();
        }

        Assert.True(killed > 0, "No process was killed before it was over.");
    }

    [Fact]
    public async Task A_process_that_is_stopped_for_longer_than_a_claim_lasts_and_wakes_up_does_no_harm()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Processes are stopped by a signal.");
        _tree.Write(version: 0);
        await ReferenceAsync();
        using var stopped = Start("--quiet", ("FASTMD_CLAIM_TIMEOUT_SECONDS", "1"), ("FASTMD_WORKERS", "1"));
        Assert.True(SpinWait.SpinUntil(() => HasClaims() || stopped.HasExited, TimeSpan.FromMinutes(1)));
        StopOutsideTheLock(stopped);
        var wasStopped = !stopped.HasExited;

        await EndAsync(Start("--quiet", ("FASTMD_CLAIM_TIMEOUT_SECONDS", "1")));
        Assert.Equal(_tree.Outputs("reference"), _tree.Outputs("site"));
        var status = JobManifest.Read(_tree.At("site"))!;
        Assert.Equal(Documents, status.Progress.Completed);

        Signal(stopped, "CONT");
        await stopped.WaitForExitAsync(Cancellation);
        Assert.Equal(0, stopped.ExitCode);
        Assert.True(wasStopped);
        Assert.Equal(_tree.Outputs("reference"), _tree.Outputs("site"));
        Assert.Equal(Documents, JobManifest.Read(_tree.At("site"))!.Progress.Completed);
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Stops a process at a moment when it does not keep the others from their records: they would wait for it, and end with an error.</summary>
    private void StopOutsideTheLock(Process process)
    {
        Signal(process, "STOP");
        while (!process.HasExited && FileLock.IsHeld(new JobFolder(_tree.At("site")).Lock))
        {
            Signal(process, "CONT");
            Signal(process, "STOP");
        }
    }

    private Task<string> EndAsync(Process process) => VersionedTree.EndAsync(process, Cancellation);

    private bool HasClaims()
        => JobManifest.Read(_tree.At("site")) is { } manifest && manifest.Items.Any(static item => item.Status == ItemStatus.InProgress);

    private Task<string> ReferenceAsync()
    {
        _tree.Remove("reference");
        return EndAsync(_tree.Start("reference", ["--quiet"]));
    }

    private Process Start(string option, params (string Name, string Value)[] variables) => _tree.Start("site", [option, "--concurrent"], variables);
}
