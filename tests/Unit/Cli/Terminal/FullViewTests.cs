using System.Globalization;
using FastMd.Cli.Terminal;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.Reports;
using FastMd.Tests.Unit.Reports.Live;
using Spectre.Console;

namespace FastMd.Tests.Unit.Cli.Terminal;

public class FullViewTests
{
    [Fact]
    public void The_figures_someone_looks_for_first_stand_on_top()
    {
        var lines = Lines(SampleLive.Part());

        Assert.Equal("running 10 s, about 3 min 59 s left  /work/docs to html in /work/site", lines[0]);
        Assert.Equal(" 43 of 1,000 documents (4 %)", lines[1].TrimStart('█', '░'));
        Assert.Equal(
            [
                "240 documents/min", "0 pages/min", "956 in the queue", "2 failed",
                "1 of 2 workers at work", "60 % efficiency", "38.7 ms 95 of 100", "19.9 ms half",
                "50 % processors", "47.7 MB memory", "40 open files", "0.48 MB/s input",
            ],
            lines[3..6].SelectMany(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
    }

    [Fact]
    public void Workers_failures_diagnostics_slow_documents_and_decisions_follow()
    {
        var lines = Lines(SampleLive.Part(workers: 3));

        Assert.Contains(lines, line => Words(line).SequenceEqual(["1", "docs/a.md", "250", "ms", "20", "50", "%"]));
        Assert.Contains(lines, line => Words(line).SequenceEqual(["2", "idle", "20", "50", "%"]));
        Assert.Contains(lines, line => line.Contains("given up, not back yet", StringComparison.Ordinal));
        Assert.Contains(lines, line => Words(line).SequenceEqual(["FM1101", "docs/bad.md(4,12)", "It", "is", "broken."]));
        Assert.Contains(lines, line => Words(line).SequenceEqual(["error", "FM1101", "1", "1"]));
        Assert.Contains(lines, line => Words(line).SequenceEqual(["docs/bad.md", "4.77", "MB", "900", "ms"]));
        Assert.Contains(lines, line => Words(line).SequenceEqual(["2", "→", "1", "5", "s", "It", "is", "broken."]));
    }

    [Fact]
    public void Several_processes_are_a_row_each()
    {
        var joined = JoinedLive.Of([SampleLive.Part("a/1", LiveRole.Publisher), SampleLive.Part("b/2", LiveRole.Worker)], new(new FakeTimeProvider(SampleLive.Now)))!;

        var lines = Lines(joined);

        Assert.Contains(lines, line => Words(line).Take(3).SequenceEqual(["a/1", "publisher", "43"]));
        Assert.Contains(lines, line => Words(line).Take(5).SequenceEqual(["b/2", "running", "1", "of", "2"]));
    }

    [Fact]
    public void When_it_is_over_figures_are_those_of_all_of_it()
    {
        var lines = Lines(SampleLive.Part(state: LiveState.Over));

        Assert.StartsWith("over 10 s  ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("246 documents/min", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("2 workers at most", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_yet_that_is_said() => Assert.Equal(["Preparing."], Lines(null));

    [Fact]
    public void Whatever_there_is_to_show_fits_into_the_terminal_whatever_its_size()
    {
        var hostile = "docs/\u001b[2J\u202E界界界\r\n\t" + new string('x', 300) + ".md";
        LiveReport[] jobs =
        [
            SampleLive.Part(), SampleLive.Large(50, 3), SampleLive.Large(1, 50), SampleLive.Part(process: hostile, document: hostile, workers: 9) with { Name = hostile, Report = SampleBatch.Full(hostile, hostile) },
            SampleLive.Part() with { Total = 0, Completed = 0, Report = SampleBatch.Empty() }, SampleLive.Part() with { Total = null },
        ];
        foreach (var width in (int[])[20, 40, 80, 119, 250])
        {
            foreach (var height in (int[])[10, 24, 60])
            {
                foreach (var job in jobs)
                {
                    var lines = Lines(job, width, height);
                    Assert.True(lines.Length <= Math.Max(height - 2, 8), $"{lines.Length} lines of {height}");
                    Assert.All(lines, line => Assert.True(line.Length <= width, $"'{line}' is wider than {width}"));
                    Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
                }
            }
        }
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Lines(LiveReport? live, int width = 120, int height = 50)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = width;
        console.Profile.Height = height;
        console.Profile.Capabilities.Unicode = true;
        console.Write(new FullView(width, height).Of(live));
        return [.. written.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd())];
    }
}
