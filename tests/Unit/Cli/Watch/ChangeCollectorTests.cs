using FastMd.Cli.Watch;

namespace FastMd.Tests.Unit.Cli.Watch;

public sealed class ChangeCollectorTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ChangeCollector _changes;

    public ChangeCollectorTests() => _changes = new(_time);

    public void Dispose() => _changes.Dispose();

    [Fact]
    public async Task Changes_are_handed_out_together_once_it_is_quiet()
    {
        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet - Moment);
        _changes.Add("b");
        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet - Moment);
        Assert.False(IsQuiet());

        _time.Advance(Moment);

        Assert.Equal(["a", "b"], (await Next()).Paths);
    }

    [Fact(Timeout = 30_000)]
    public async Task Who_waits_is_woken()
    {
        var next = Next();
        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet);

        Assert.Equal(["a"], (await next.WaitAsync(TestContext.Current.CancellationToken)).Paths);
    }

    [Fact]
    public async Task Changes_that_could_not_be_dealt_with_come_again_after_a_while()
    {
        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet);
        var missed = await Next();

        _changes.PutBack(missed);

        Assert.False(IsQuiet());
        _time.Advance(ChangeCollector.Longest);
        Assert.Equal(["a"], (await Next()).Paths);
    }

    [Fact]
    public async Task Changes_that_came_before_anybody_asked_are_not_lost()
    {
        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet);

        Assert.Equal(["a"], (await Next()).Paths);
    }

    [Fact]
    public async Task A_change_after_it_was_quiet_waits_for_quiet_again()
    {
        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet);
        _changes.Add("b");

        Assert.False(IsQuiet());
        _time.Advance(ChangeCollector.Quiet);

        Assert.Equal(["a", "b"], (await Next()).Paths);
    }

    [Fact]
    public async Task What_was_handed_out_does_not_come_again()
    {
        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet);
        await Next();

        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(IsQuiet());
        _changes.Add("b");
        _time.Advance(ChangeCollector.Quiet);

        Assert.Equal(["b"], (await Next()).Paths);
    }

    [Fact]
    public void Changes_without_end_are_handed_out_after_a_while()
    {
        for (var waited = TimeSpan.Zero; waited < ChangeCollector.Longest; waited += Moment)
        {
            Assert.False(IsQuiet());
            _changes.Add("a");
            _time.Advance(Moment);
        }

        Assert.True(IsQuiet());
    }

    [Fact]
    public async Task After_changes_were_missed_anything_may_have_changed()
    {
        _changes.AddEverything();
        _time.Advance(ChangeCollector.Quiet);
        Assert.True((await Next()).IsEverything);

        _changes.Add("a");
        _time.Advance(ChangeCollector.Quiet);
        Assert.False((await Next()).IsEverything);
    }

    [Fact]
    public async Task More_changes_than_are_worth_naming_are_many()
    {
        for (var i = 0; i < 100_000; i++)
        {
            _changes.Add($"{i}");
        }

        _time.Advance(ChangeCollector.Quiet);

        var changes = await Next();
        Assert.True(changes.IsEverything);
        Assert.InRange(changes.Paths.Count, 1, 1000);
    }

    [Fact]
    public async Task Who_does_not_want_to_know_any_more_need_not_wait()
    {
        using var cancellation = new CancellationTokenSource();
        var next = _changes.NextAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Theory]
    [InlineData("Many changes", true, "/w/a.md")]
    [InlineData("a.md changed", false, "/w/a.md")]
    [InlineData("/other/a.md changed", false, "/other/a.md")]
    [InlineData("a.md and 2 more changed", false, "/w/a.md", "/w/b.md", "/w/c.md")]
    public void Changes_are_said_in_a_few_words(string words, bool isEverything, params string[] paths)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Paths are written as on other systems.");
        Assert.Equal(words, new Changes(paths, isEverything).Describe("/w"));
    }

    /// <summary>Whether changes are handed out at once; takes them where they are.</summary>
    private bool IsQuiet() => _changes.NextAsync(new(canceled: true)).IsCompletedSuccessfully;

    private Task<Changes> Next() => _changes.NextAsync(TestContext.Current.CancellationToken);
}
