using System.Diagnostics;
using System.Management.Automation;
using FastMd.Tests.Hosted.TestSupport;

namespace FastMd.Tests.Hosted;

/// <summary>A pipeline that is stopped, as by Ctrl+C, wherever it is.</summary>
[Collection(Alone.Name)]
public sealed class StopTests : IDisposable
{
    private const string EndlessInput = "& { for ($i = 0; ; $i = ($i + 1) % $documents.Count) { $documents[$i] } } | Convert-FastMdBatch -BasePath docs -Destination site -Force";
    private const string AllInputIsIn = "Convert-FastMdBatch -LiteralPath ($documents * 60) -BasePath docs -Destination site -Force";
    private const string ContentInMemory = "Convert-FastMdBatch -LiteralPath ($documents * 60) -MemoryLimitMB 32 | ForEach-Object { $_ }";
    private const string Measuring = "1; 1; 1; 1; 1; 1; 1; Measure-FastMd docs -Round 1000";

    private const int WarmUp = 40;
    private const int Pipelines = 200;

    private readonly SampleTree _tree = new(24, lines: 300);

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(EndlessInput)]
    [InlineData(AllInputIsIn)]
    [InlineData(ContentInMemory)]
    [InlineData(Measuring)]
    public void It_leaves_nothing_running_says_nothing_and_the_session_goes_on(string script)
    {
        using var session = Session();

        var errors = StopAfter(session, script, results: 3);

        Assert.Empty(errors);
        AssertNothingRuns();
        Assert.Equal(24, session.Run("Convert-FastMdBatch docs -Destination site").Count);
        Assert.Equal(24, _tree.Files("site").Count(file => file.Value.EndsWith("</ul>\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_may_be_stopped_by_several_at_once_and_again_when_it_is_over()
    {
        using var session = Session();
        using var pipeline = session.Pipeline(EndlessInput);
        using var output = new PSDataCollection<PSObject>();
        pipeline.BeginInvoke(Nothing(), output);
        Waiting.Until(() => output.Count > 0, "the first result");

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => pipeline.Stop());
        pipeline.Stop();

        Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
        AssertNothingRuns();
    }

    [Fact]
    public void A_pipe_among_the_documents_is_an_error_at_once_and_holds_nothing_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a pipe without opening it.");
        using (var mkfifo = Process.Start("mkfifo", [_tree.At("docs/never.md")]))
        {
            mkfifo.WaitForExit();
        }

        using var session = Session();

        var results = session.Run("Convert-FastMdBatch -LiteralPath $documents -TimeoutSec 0 -ErrorAction SilentlyContinue");

        Assert.Equal(25, results.Count);
        AssertNothingRuns();
    }

    [Theory]
    [InlineData(EndlessInput, true)]
    [InlineData(AllInputIsIn, false)]
    public void Two_hundred_pipelines_that_are_stopped_in_the_middle_leave_threads_handles_and_memory_flat(string script, bool inOneSession)
    {
        using var session = Session();
        Repeat(WarmUp);
        var before = Footprint.Now();

        Repeat(Pipelines);

        Assert.Null(Footprint.GrowthSince(before, Pipelines));

        void Repeat(int times)
        {
            for (var number = 0; number < times; number++)
            {
                if (inOneSession)
                {
                    StopAfter(session, script, results: number % 5);
                    continue;
                }

                using var own = Session();
                StopAfter(own, script, results: number % 5);
            }
        }
    }

    private static void AssertNothingRuns() => Waiting.Until(() => Footprint.Now().Threads == 0, "the end of all workers");

    private static PSDataCollection<PSObject> Nothing()
    {
        var none = new PSDataCollection<PSObject>();
        none.Complete();
        return none;
    }

    private HostedSession Session()
    {
        var session = new HostedSession(_tree.Path);
        session.Run("$documents = @((Get-ChildItem docs).FullName)");
        return session;
    }

    private static IReadOnlyList<ErrorRecord> StopAfter(HostedSession session, string script, int results)
    {
        using var pipeline = session.Pipeline(script);
        using var output = new PSDataCollection<PSObject>();
        var running = pipeline.BeginInvoke(Nothing(), output);
        Waiting.Until(() => output.Count >= results || running.IsCompleted, $"{results} results");
        Assert.False(running.IsCompleted, "The pipeline was over before it could be stopped.");

        pipeline.Stop();

        Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
        return [.. pipeline.Streams.Error];
    }
}
