using System.Text;
using FastMd.Engine.Reports.Live;

namespace FastMd.Tests.Unit.Reports.Live;

public class LiveReportTests
{
    [Fact]
    public void What_a_process_tells_is_read_as_it_was_written()
    {
        foreach (var told in (LiveReport[])[SampleLive.Part(workers: 3), SampleLive.Large(5, 2), SampleLive.Part(state: LiveState.Over) with { Total = null, CurrentFile = null }, Unknown()])
        {
            Assert.Equal(Encoding.UTF8.GetString(LiveJson.Write(told)), Encoding.UTF8.GetString(LiveJson.Write(LiveReader.TryRead(LiveJson.Write(told))!)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"job\":1}")]
    public void What_is_something_else_is_nothing(string text) => Assert.Null(LiveReader.TryRead(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_was_cut_off_anywhere_is_nothing()
    {
        var told = LiveJson.Write(SampleLive.Part());

        Assert.All(Enumerable.Range(0, 50).Select(i => told.Length * i / 50), length => Assert.Null(LiveReader.TryRead(told.AsMemory(0, length))));
    }

    [Fact]
    public void The_pace_is_that_of_the_last_while()
    {
        // Nothing for a minute, then a hundred a second.
        var timeline = SampleLive.Timeline(20, 100).Select(static point => point with { At = point.At + TimeSpan.FromMinutes(1) });

        var pace = RecentPace.Of(SampleBatch.Full() with { Timeline = [.. timeline] });

        Assert.Equal(100, pace.DocumentsPerSecond, 0.5);
        Assert.Equal(200, pace.PagesPerSecond, 1.0);
        Assert.Equal(default, RecentPace.Of(SampleBatch.Empty()));
    }

    [Fact]
    public void The_time_that_is_left_follows_the_pace()
    {
        Assert.Equal(250, (SampleLive.Part() with { Completed = 2000, Total = 3000 }).TimeLeft!.Value.TotalSeconds, 0.1);
        Assert.Equal(TimeSpan.Zero, (SampleLive.Part() with { Completed = 2000, Total = 1000 }).TimeLeft);
    }

    [Fact]
    public void Where_nothing_was_done_or_the_total_is_not_known_there_is_no_telling_what_is_left()
    {
        Assert.Null((SampleLive.Part() with { Total = null }).TimeLeft);
        Assert.Null((SampleLive.Part() with { Processes = [] }).TimeLeft);
        Assert.Null(SampleLive.Part(state: LiveState.Over).TimeLeft);
    }

    private static LiveReport Unknown() => SampleLive.Part() with { Processes = [SampleLive.Part().Processes[0] with { Cpu = null, OpenFiles = null, OpenFilesLimit = null, Workers = [] }] };
}
