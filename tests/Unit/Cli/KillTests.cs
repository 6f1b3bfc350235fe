namespace FastMd.Tests.Unit.Cli;

/// <summary>The executable, killed at any moment, in a process of its own.</summary>
public sealed class KillTests : IDisposable
{
    // Fifty and more were run by hand; here a few keep it true.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FASTMD_TEST_KILLS"), out var kills) ? kills : 6;

    private readonly VersionedTree _tree = new(documents: 400);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task A_killed_run_leaves_no_torn_output_and_the_next_one_completes()
    {
        _tree.Write(version: 0);
        var started = TimeProvider.System.GetTimestamp();
        await RunAsync("reference0");
        var whole = TimeProvider.System.GetElapsedTime(started);
        var torn = new List<string>();
        var survivors = 0;
        for (var i = 1; i <= Kills; i++)
        {
            _tree.Write(version: i);
            await RunAsync($"reference{i}");
            var expected = _tree.Outputs($"reference{i}");
            var before = _tree.Outputs("site");

            // Spread over the whole run, its start and its end included.
            survivors += await KillAsync(whole * (i / (double)Kills)) == 0 ? 1 : 0;
            torn.AddRange(_tree.Outputs("site").Where(output => expected[output.Key] != output.Value && before.GetValueOrDefault(output.Key) != output.Value).Select(output => $"{i}: {output.Key}"));
            await RunAsync("site");
            Assert.Equal(expected, _tree.Outputs("site"));
            _tree.Remove($"reference{i - 1}");
        }

        Assert.Empty(torn);
        Assert.True(survivors < Kills, "No run was killed before it was over.");
        Assert.False(_tree.HasLeftovers);
    }

    private Task<string> RunAsync(string destination) => VersionedTree.EndAsync(_tree.Start(destination, ["--quiet"]), Cancellation);

    /// <summary>Kills a run after so long; gives its exit code.</summary>
    private async Task<int> KillAsync(TimeSpan delay)
    {
        using var process = _tree.Start("site", ["--quiet"]);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await Task.WhenAny(process.WaitForExitAsync(Cancellation), Task.Delay(delay, Cancellation));
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        await errors;
        return process.ExitCode;
    }
}
