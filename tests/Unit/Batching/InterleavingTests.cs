namespace FastMd.Tests.Unit.Batching;

/// <summary>
/// The batch's books under thousands of interleavings, each decided by a seed: no threads, no luck. Whoever feeds, works, watches, scales,
/// cancels and takes results does one step at a time, in an order the seed decides; workers sleep and wake only as the books ring for them.
/// </summary>
public sealed class InterleavingTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void Every_document_is_accounted_for_once_and_within_all_limits_in_every_interleaving()
        => AssertAllSeeds(_ => new());

    [Fact]
    public void The_same_holds_when_the_batch_is_cancelled_at_any_step()
        => AssertAllSeeds(_ => new() { Cancels = true });

    [Fact]
    public void The_same_holds_when_workers_get_stuck_and_come_back()
        => AssertAllSeeds(_ => new() { GetsStuck = true });

    [Fact]
    public void The_same_holds_when_the_number_of_workers_changes_and_admission_pauses()
        => AssertAllSeeds(_ => new() { Scales = true });

    [Fact]
    public void The_same_holds_when_all_of_it_happens_at_once()
        => AssertAllSeeds(seed => new() { Cancels = seed % 2 == 0, GetsStuck = true, Scales = true });

    [Fact]
    public void A_lost_wake_up_would_be_found()
    {
        var found = Enumerable.Range(0, Seeds).Count(seed => new InterleavedBatch(seed, new()) { BellIsDeaf = true }.Run() is not null);

        Assert.InRange(found, Seeds / 10, Seeds);
    }

    private static void AssertAllSeeds(Func<int, InterleavedBatch.Events> eventsOf)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            if (new InterleavedBatch(seed, eventsOf(seed)).Run() is { } fault)
            {
                Assert.Fail($"Seed {seed}: {fault}");
            }
        }
    }
}
