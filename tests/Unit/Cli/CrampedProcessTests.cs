using FastMd.Cli;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>The executable in a process that lacks what processes mostly have.</summary>
public sealed class CrampedProcessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public CrampedProcessTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell.");
        _folder.Write("docs/a.md", "# A");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dotnet exec \"$FASTMD\" convert - <&-", ExitCodes.DocumentsFailed, "Standard input is closed.")]
    [InlineData("dotnet exec \"$FASTMD\" convert docs/a.md >&-", ExitCodes.DocumentsFailed, "Standard output is closed.")]
    public async Task A_stream_that_is_closed_is_an_error_where_it_is_needed(string script, int exitCode, string message)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        var (code, output) = await RunAsync(script);

        Assert.Equal(exitCode, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_is_closed_is_no_matter_where_it_is_not_needed()
        => Assert.Equal(ExitCodes.Success, (await RunAsync("dotnet exec \"$FASTMD\" convert docs --output site <&- >&-")).ExitCode);

    [Fact]
    public async Task Without_standard_error_the_work_is_done_without_a_word()
    {
        var (code, _) = await RunAsync("dotnet exec \"$FASTMD\" convert docs --output site 2>&-");

        Assert.Equal(ExitCodes.Success, code);
        Assert.True(_folder.Has("site/a.html"));
    }

    [Theory]
    [InlineData("--version", ExitCodes.Success)]
    [InlineData("convert docs --output site", ExitCodes.Usage)]
    public async Task A_working_directory_that_is_gone_ends_nothing_in_a_crash(string arguments, int exitCode)
    {
        Directory.CreateDirectory(_folder.At("gone"));

        var (code, output) = await RunAsync($"cd gone && rmdir ../gone && dotnet exec \"$FASTMD\" {arguments}");

        Assert.Equal(exitCode, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_on_the_size_of_files_is_an_error_of_the_documents_beyond_it()
    {
        _folder.Write("docs/large.md", string.Concat(Enumerable.Repeat("*text*\n\n", 100_000)));

        // The runtime keeps its code in a file in memory, which that limit is for as well; the native executable does not. Where coverage is measured,
        // what was hit is written at the end, four bytes a place.
        var (code, output) = await RunAsync("ulimit -f 1024; DOTNET_EnableWriteXorExecute=0 dotnet exec \"$FASTMD\" convert docs --output site --no-incremental");

        Assert.Equal(ExitCodes.DocumentsFailed, code);
        Assert.Contains("large.md: error FM3005: ", output, StringComparison.Ordinal);
        Assert.Equal(["site/a.html"], _folder.Files().Where(file => file.StartsWith("site/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_end_of_the_terminal_ends_a_run_as_a_polite_kill_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what is ignored.");

        // The lowest bit of what is caught is the signal's own.
        var (code, _) = await RunAsync("mkfifo wait; env --default-signal=HUP dotnet exec \"$FASTMD\" convert - < wait & pid=$!; exec 9> wait; while ! grep -q '^SigCgt:.*[13579bdf]$' /proc/$pid/status; do :; done; kill -HUP $pid; wait $pid");

        Assert.Equal(ExitCodes.Cancelled, code);
    }

    private Task<(int ExitCode, string Output)> RunAsync(string script) => ChildProcess.RunAsync(
        "/bin/sh",
        ["-c", script],
        new Dictionary<string, string?> { ["FASTMD"] = Path.Combine(AppContext.BaseDirectory, "fastmd.dll"), ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        Limit,
        TestContext.Current.CancellationToken,
        _folder.Path);
}
