using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Pipeline;

public class AttemptTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Once_committed_it_cannot_be_abandoned_and_its_outcome_counts()
    {
        var attempt = NewAttempt();

        Assert.True(attempt.TryCommit());
        Assert.False(attempt.TryAbandon());
        Assert.True(attempt.TryFinish());
    }

    [Fact]
    public void Once_abandoned_it_can_neither_commit_nor_finish()
    {
        var attempt = NewAttempt();

        Assert.True(attempt.TryAbandon());
        Assert.False(attempt.TryCommit());
        Assert.False(attempt.TryFinish());
        Assert.False(attempt.TryAbandon());
    }

    [Fact]
    public void Once_finished_it_can_neither_commit_nor_be_abandoned()
    {
        var attempt = NewAttempt();

        Assert.True(attempt.TryFinish());
        Assert.False(attempt.TryCommit());
        Assert.False(attempt.TryAbandon());
    }

    [Fact]
    public void It_commits_once()
    {
        var attempt = NewAttempt();

        Assert.True(attempt.TryCommit());
        Assert.False(attempt.TryCommit());
    }

    [Fact]
    public void Of_a_commit_and_an_abandonment_at_once_exactly_one_succeeds()
        => Race(attempt => attempt.TryCommit(), attempt => attempt.TryAbandon());

    [Fact]
    public void Of_a_finish_and_an_abandonment_at_once_exactly_one_succeeds()
        => Race(attempt => attempt.TryFinish(), attempt => attempt.TryAbandon());

    [Fact]
    public void Of_a_worker_that_commits_then_finishes_and_a_watchdog_exactly_one_has_its_way()
        => Race(attempt => attempt.TryCommit() && attempt.TryFinish(), attempt => attempt.TryAbandon());

    [Fact]
    public void Its_age_is_the_clocks()
    {
        var attempt = NewAttempt();

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), attempt.Elapsed);
    }

    private Attempt NewAttempt() => new(1, _time, CancellationToken.None);

    private void Race(Func<Attempt, bool> one, Func<Attempt, bool> other)
    {
        const int Rounds = 20_000;
        var attempts = Enumerable.Range(0, Rounds).Select(_ => NewAttempt()).ToArray();
        var outcomes = new bool[2][];
        var arrivals = 0;
        var second = new Thread(() => outcomes[1] = Run(other));
        second.Start();
        outcomes[0] = Run(one);
        second.Join();

        Assert.All(outcomes[0].Zip(outcomes[1]), pair => Assert.True(pair.First != pair.Second));

        bool[] Run(Func<Attempt, bool> step)
        {
            var results = new bool[Rounds];
            for (var round = 0; round < Rounds; round++)
            {
                // Neither side takes its step before the other is there too.
                Interlocked.Increment(ref arrivals);
                var wait = new SpinWait();
                while (Volatile.Read(ref arrivals) < 2 * (round + 1))
                {
                    wait.SpinOnce(sleep1Threshold: -1);
                }

                results[round] = step(attempts[round]);
            }

            return results;
        }
    }
}
