using System.Text;
using FastMd.Engine.Dashboard;
using FastMd.Tests.Unit.Reports.Live;

namespace FastMd.Tests.Unit.Dashboard;

public sealed class LiveFeedTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeJob _job = new() { Now = SampleLive.Part() };
    private readonly LiveFeed _feed;

    public LiveFeedTests() => _feed = new(_time) { Source = _job };

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task A_message_is_made_once_a_second_for_all_readers_together()
    {
        using var one = _feed.Join();
        using var other = _feed.Join();

        for (var second = 1; second <= 3; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Same(await NextAsync(one), await NextAsync(other));
        }

        Assert.InRange(_job.Reads, 3, 4);
    }

    [Fact]
    public void While_nobody_reads_nothing_is_made()
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        _feed.Join().Dispose();
        var before = _job.Reads;

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(before, _job.Reads);
    }

    [Fact]
    public async Task A_reader_that_is_slow_gets_the_newest_and_none_of_those_in_between()
    {
        using var reader = _feed.Join();
        _time.Advance(TimeSpan.FromSeconds(1));
        _ = await NextAsync(reader);
        for (var completed = 100; completed <= 500; completed += 100)
        {
            _job.Now = SampleLive.Part() with { Completed = completed };
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Contains("\"completed\":500", await NextAsync(reader), StringComparison.Ordinal);
        var next = reader.NextAsync();
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    [Fact]
    public async Task At_the_end_readers_get_how_it_ended_and_that_it_has()
    {
        using var reader = _feed.Join();
        _time.Advance(TimeSpan.FromSeconds(1));
        _ = await NextAsync(reader);
        _job.Now = SampleLive.Part() with { Completed = 1000 };

        var left = _feed.End();

        var last = await NextAsync(reader);
        Assert.Contains("\"completed\":1000", last, StringComparison.Ordinal);
        Assert.EndsWith("\n\nevent: end\ndata: {}\n\n", last, StringComparison.Ordinal);
        Assert.Null(await reader.NextAsync());
        Assert.False(left.IsCompleted);
        reader.Dispose();
        await left;
    }

    [Fact]
    public async Task Where_nobody_reads_the_end_waits_for_nobody()
    {
        await _feed.End();
        Assert.Equal(0, _job.Reads);
    }

    [Fact]
    public async Task Where_nothing_is_known_of_a_job_that_is_said()
    {
        _job.Now = null;
        using var reader = _feed.Join();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("data: null\n\n", await NextAsync(reader));
    }

    private static async Task<string> NextAsync(LiveFeed.Reader reader) => Text.Of((await reader.NextAsync())!);

    private static class Text
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<byte[], string> Known = [];

        public static string Of(byte[] message) => Known.GetValue(message, Encoding.UTF8.GetString);
    }
}
