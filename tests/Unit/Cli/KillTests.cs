using System.Diagnostics;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>The executable, killed at any moment, in a process of its own.</summary>
public sealed class KillTests : IDisposable
{
    private const int Documents = 400;

    // Fifty and more were run by hand; here a few keep it true.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FASTMD_TEST_KILLS"), out var kills) ? kills : 6;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_run_leaves_no_torn_output_and_the_next_one_completes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Write(version: 0);
        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await RunAsync("reference0", null, cancellation));
        var whole = TimeProvider.System.GetElapsedTime(started);
        var torn = new List<string>();
        var survivors = 0;
        for (var i = 1; i <= Kills; i++)
        {
            Write(version: i);
            Assert.Equal(0, await RunAsync($"reference{i}", null, cancellation));
            var expected = Outputs($"reference{i}");
            var before = Outputs("site");

            // Spread over the whole run, its start and its end included.
            var exitCode = await RunAsync("site", whole * (i / (double)Kills), cancellation);
            survivors += exitCode == 0 ? 1 : 0;
            torn.AddRange(Outputs("site").Where(output => expected[output.Key] != output.Value && before.GetValueOrDefault(output.Key) != output.Value).Select(output => $"{i}: {output.Key}"));
            Assert.Equal(0, await RunAsync("site", null, cancellation));
            Assert.Equal(expected, Outputs("site"));
            Directory.Delete(_folder.At($"reference{i - 1}"), recursive: true);
        }

        Assert.Empty(torn);
        Assert.True(survivors < Kills, "No run was killed before it was over.");
        Assert.DoesNotContain(_folder.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private void Write(int version)
    {
        for (var i = 0; i < Documents; i++)
        {
            _folder.Write($"docs/{i % 20}/{i}.md", $"# Version {version} of {i}\n\n" + string.Concat(Enumerable.Repeat($"*text* {version}, [next]({i + 20}.md)\n\n", 40)));
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

    /// <summary>Converts; gives the exit code.</summary>
    private async Task<int> RunAsync(string destination, TimeSpan? killAfter, CancellationToken cancellation)
    {
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "fastmd.dll"), "convert", _folder.At("docs"), "--output", _folder.At(destination), "--quiet"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        if (killAfter is { } delay)
        {
            await Task.WhenAny(process.WaitForExitAsync(cancellation), Task.Delay(delay, cancellation));
            process.Kill();
        }

        await process.WaitForExitAsync(cancellation);
        var said = await errors;
        Assert.True(killAfter is not null || process.ExitCode == 0, said);
        return process.ExitCode;
    }
}
