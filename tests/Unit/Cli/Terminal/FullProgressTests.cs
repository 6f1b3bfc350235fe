using System.Text.RegularExpressions;
using FastMd.Cli.Terminal;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.Dashboard;
using FastMd.Tests.Unit.Reports.Live;

namespace FastMd.Tests.Unit.Cli.Terminal;

public sealed class FullProgressTests : IDisposable
{
    private readonly StringWriter _terminal = new();
    private readonly FakeJob _job = new() { Now = SampleLive.Part() };

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void How_the_job_ended_is_what_stays()
    {
        using (new FullProgress(_terminal, _job, TimeProvider.System))
        {
            _job.Now = SampleLive.Part(state: LiveState.Over) with { Completed = 1000 };
        }

        Assert.Contains(" 1,000 of 1,000 documents (100 %)", Plain().Split('\r')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_written_meanwhile_are_whole_and_erase_what_stood_there()
    {
        using (var progress = new FullProgress(_terminal, _job, TimeProvider.System))
        {
            progress.Write("docs/a.md(1,1): error FM1101: It is broken.\n");
        }

        Assert.Contains("\u001b[0Jdocs/a.md(1,1): error FM1101: It is broken.\n", _terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Thousands_of_lines_are_few_drawings()
    {
        var terminal = new CountingWriter();
        await Task.Run(
            () =>
            {
                using var progress = new FullProgress(terminal, _job, new FakeTimeProvider());
                for (var number = 0; number < 30_000; number++)
                {
                    progress.Write($"docs/{number}.md(1,1): warning FM5001: A link leads to nothing.\n");
                }
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(30_000, Regex.Count(terminal.ToString(), "FM5001: A link"));
        Assert.InRange(terminal.Writes, 2, 100);
    }

    [Theory]
    [InlineData(40, 24)]
    [InlineData(80, 12)]
    public void Where_the_terminal_gets_smaller_nothing_is_erased_and_the_view_fits(int width, int height)
    {
        var looks = 0;
        var time = new FakeTimeProvider();
        using (var progress = new FullProgress(_terminal, _job, time, () => Interlocked.Increment(ref looks) <= 3 ? (80, 24) : (width, height)))
        {
            SpinWait.SpinUntil(() =>
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                return Volatile.Read(ref looks) > 8;
            }, TimeSpan.FromSeconds(20));
            progress.Write("docs/a.md(1,1): error FM1101: It is broken.\n");
        }

        Assert.DoesNotMatch(@"\x1b\[[23]J", _terminal.ToString());
        var last = Plain().Split('\r')[^1].Split('\n');
        Assert.All(last, line => Assert.InRange(line.Length, 0, width));
        Assert.InRange(last.Length, 5, height + 1);
    }

    // A deadlock is what it looks for.
    [Fact(Timeout = 60_000)]
    public async Task Lines_come_through_while_the_terminal_gets_smaller_and_smaller()
    {
        var width = 3000;
        var time = new FakeTimeProvider();
        await Task.Run(
            () =>
            {
                using var progress = new FullProgress(_terminal, _job, time, () => (Math.Max(20, Interlocked.Decrement(ref width)), 24));
                Parallel.For(0, 2000, number =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    progress.Write($"line {number}\n");
                });
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(2000, Regex.Count(Plain(), @"line \d+"));
        Assert.InRange(width, -3000, 2900);
    }

    [Fact]
    public async Task A_run_on_a_terminal_shows_it_in_full_and_ends_with_the_summary()
    {
        using var process = new FakeProcess { IsTerminal = true };
        process.Variables["TERM"] = "xterm";
        process.Folder.Write("docs/a.md", "# A");
        process.Folder.Write("docs/b.md", "[gone](gone.md)");

        var outcome = await process.RunAsync("docs", "-o", "site", "--progress", "full");

        var said = Ansi.Replace(outcome.Messages, "");
        Assert.Contains("2 of 2 documents (100 %)", said, StringComparison.Ordinal);
        Assert.Contains("FM5001", said, StringComparison.Ordinal);
        Assert.Matches(@"2 documents in .*\n$", said);
    }

    [Theory]
    [InlineData(false, false, "xterm")]
    [InlineData(true, true, "xterm")]
    [InlineData(true, false, "dumb")]
    public async Task Where_there_is_no_terminal_that_draws_or_nothing_is_to_be_said_there_is_no_view(bool isTerminal, bool isQuiet, string term)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && term == "dumb", "A console of Windows has no such name.");
        using var process = new FakeProcess { IsTerminal = isTerminal };
        process.Variables["TERM"] = term;
        process.Folder.Write("docs/a.md", "# A");

        var outcome = await process.RunAsync(["docs", "-o", "site", "--progress", "full", .. isQuiet ? ["--quiet"] : Array.Empty<string>()]);

        Assert.DoesNotContain('\u001b', outcome.Messages);
        Assert.DoesNotContain("1 of 1", outcome.Messages, StringComparison.Ordinal);
    }

    private static Regex Ansi { get; } = new(@"\x1b\[[0-9;?]*[A-Za-z]");

    private sealed class CountingWriter : StringWriter
    {
        public int Writes { get; private set; }

        public override void Write(string? value)
        {
            Writes++;
            base.Write(value);
        }
    }

    private string Plain() => Ansi.Replace(_terminal.ToString(), "");
}
