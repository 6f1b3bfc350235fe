using FastMd.Engine.Configuration;
using FastMd.Engine.Jobs.Sharing;
using FastMd.Tests.Unit.Coordination.Journal;

namespace FastMd.Tests.Unit.Jobs.Sharing;

public sealed class JournalRateLedgerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly JobBench _job;

    public JournalRateLedgerTests() => _job = new(time: _time);

    public void Dispose() => _job.Dispose();

    [Fact]
    public void Processes_that_share_a_job_share_the_tokens_of_a_resource()
    {
        var (one, other) = (Ledger(), Ledger());

        // Five at once, then five two seconds later.
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(TimeSpan.Zero, (i % 2 == 0 ? one : other).Reserve("api", RateLimit.Paid)));
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(TimeSpan.FromSeconds(2), (i % 2 == 0 ? one : other).Reserve("api", RateLimit.Paid)));
        Assert.Equal(TimeSpan.Zero, other.Reserve("another", RateLimit.Paid));
    }

    [Fact]
    public void A_pause_that_one_process_is_asked_for_is_kept_by_all()
    {
        var (one, other) = (Ledger(), Ledger());
        one.Reserve("api", RateLimit.Paid);
        one.PushBack("api", TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(30), other.Reserve("api", RateLimit.Paid));
    }

    [Fact]
    public void A_job_that_goes_on_goes_on_with_its_limits()
    {
        using (var first = _job.Join(JobBench.Plan(1)))
        {
            new JournalRateLedger(() => first, _time).Reserve("api", RateLimit.Free);
        }

        Assert.Equal(TimeSpan.FromMinutes(1), Ledger().Reserve("api", RateLimit.Free));
    }

    [Fact]
    public void What_was_counted_before_the_machine_was_started_again_counts_no_more()
    {
        var source = _job.Join(JobBench.Plan(1));
        source.Reserve("api", static _ => new(long.MaxValue / 2, 1));

        Assert.Equal(TimeSpan.Zero, new JournalRateLedger(() => source, _time).Reserve("api", RateLimit.Free));
    }

    private JournalRateLedger Ledger()
    {
        var source = _job.Join(JobBench.Plan(1));
        return new(() => source, _time);
    }
}
