using System.Text;
using System.Text.RegularExpressions;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

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

    [Theory]
    [InlineData("\"state\":\"running\"", "\"state\":\"99999999999\"")]
    [InlineData("\"state\":\"running\"", "\"state\":\"77\"")]
    [InlineData("\"role\":\"converter\"", "\"role\":\"-99999999999\"")]
    [InlineData("\"completed\":43", "\"completed\":-1")]
    [InlineData("\"completed\":43", "\"completed\":1e300")]
    [InlineData("\"residentBytes\":50000000", "\"residentBytes\":9223372036854775807")]
    [InlineData("\"openFiles\":40", "\"openFiles\":2147483648")]
    [InlineData("\"atUtc\":\"2000-", "\"atUtc\":\"9999-")]
    public void What_has_a_figure_that_cannot_be_is_nothing(string written, string planted)
    {
        var told = Encoding.UTF8.GetString(LiveJson.Write(SampleLive.Part()));

        Assert.Contains(written, told, StringComparison.Ordinal);
        Assert.Null(LiveReader.TryRead(Encoding.UTF8.GetBytes(told.Replace(written, planted, StringComparison.Ordinal))));
    }

    [Fact]
    public void Any_text_is_read_as_it_was_written_half_a_surrogate_pair_included()
        => Property.Holds(Property.AnyText, static text =>
        {
            var told = SampleLive.Part(document: text) with { Name = text, Report = SampleBatch.Full(message: text) };
            return LiveJson.Write(LiveReader.TryRead(LiveJson.Write(told))!).AsSpan().SequenceEqual(LiveJson.Write(told));
        });

    [Fact]
    public void Whatever_is_read_can_be_joined_and_written()
    {
        var told = Encoding.UTF8.GetString(LiveJson.Write(SampleLive.Part()));
        var figures = Regex.Matches(told, @"(?<=:)(-?\d[\d.eE+-]*|""[^""]*"")");
        string[] planted = ["0", "-1", "1e308", "9007199254740992", "9223372036854775807", "99999999999999999999", "\"99999999999\"", "\"-1\"", "\"\\uD83D\"", "null", "{}", "[]"];
        var read = 0;
        Property.Holds(from figure in Gen.Choose(0, figures.Count - 1) from value in Gen.Elements(planted) select (figure, value), change =>
        {
            var figure = figures[change.figure];
            var changed = Encoding.UTF8.GetBytes(told[..figure.Index] + change.value + told[(figure.Index + figure.Length)..]);
            LiveReport?[] parts = [LiveReader.TryRead(changed), LiveReader.TryRead(changed) is { } again ? again with { Id = "again" } : null, SampleLive.Part("b/2")];
            read += parts[0] is null ? 0 : 1;
            return LiveJson.Write(JoinedLive.Of(parts.OfType<LiveReport>(), new(new FakeTimeProvider(SampleLive.Now)))!).Length > 0;
        }, tries: 3000);
        Assert.True(read > 300, $"{read}");
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
