using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Coordination.Journal;

public sealed class JournalWorkSourceTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly JobBench _job;

    public JournalWorkSourceTests() => _job = new(time: _time);

    public void Dispose() => _job.Dispose();

    [Fact]
    public void One_process_claims_all_documents_once_in_their_order()
    {
        using var source = _job.Join(JobBench.Plan(1000));

        Assert.Equal(Enumerable.Range(0, 1000), JobBench.DoAll(source));
        Assert.True(source.Progress is { IsSettled: true, Completed: 1000, IsOver: false });
    }

    [Fact]
    public void Claims_shrink_with_the_work_that_is_left()
    {
        using var source = _job.Join(JobBench.Plan(400));
        using var other = _job.Join(JobBench.Plan(400));
        var sizes = new List<int>();
        while (source.Claim() is { } claim)
        {
            sizes.Add(claim.Items.Count);
        }

        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.InRange(sizes[0], 10, 100);
        Assert.Equal(1, sizes[^1]);
    }

    [Fact]
    public void What_is_much_of_the_work_is_claimed_first()
    {
        var plan = JobBench.Plan(100);
        using var source = _job.Join(plan with { Items = [.. plan.Items.Select((item, index) => index == 70 ? item with { Bytes = 50_000_000 } : item)] });

        Assert.Equal([70], source.Claim()!.Items);
        Assert.Contains(0, source.Claim()!.Items);
    }

    [Fact]
    public void What_a_killed_process_had_is_pending_at_once_and_only_what_it_was_at_is_tried_alone()
    {
        var killed = _job.Join(JobBench.Plan(100));
        using var other = _job.Join(JobBench.Plan(100));
        var claim = killed.Claim()!;
        killed.Begin(claim.Items[0]);
        killed.Complete(claim.Items[0], ItemOutcome.Done);
        killed.Begin(claim.Items[1]);
        killed.Renew();
        _job.Kill(killed);

        var claims = new List<IReadOnlyList<int>>();
        for (_time.Advance(TimeSpan.FromSeconds(1)); other.Claim() is { } next;)
        {
            claims.Add(next.Items);
        }

        Assert.Equal(Enumerable.Range(0, 100).Where(item => item != claim.Items[0]), claims.SelectMany(static items => items).Order());
        Assert.Contains(claims, items => items is [var only] && only == claim.Items[1]);
        Assert.Equal(1, other.Results()[claim.Items[1]].Attempts);
        Assert.All(other.Results().Where((_, index) => index != claim.Items[1]), static item => Assert.Equal(0, item.Attempts));
    }

    [Fact]
    public void A_document_at_which_three_processes_ended_has_failed_for_good()
    {
        for (var i = 0; i < 3; i++)
        {
            var killed = _job.Join(JobBench.Plan(1));
            killed.Begin(killed.Claim()!.Items[0]);
            _job.Kill(killed);
        }

        using var last = _job.Join(JobBench.Plan(1));

        Assert.Null(last.Claim());
        Assert.True(last.Results()[0] is { Status: ItemStatus.Failed, Attempts: 3, Error.Code: DiagnosticCodes.JobItemGivenUp });
    }

    [Fact]
    public void A_process_that_says_nothing_for_the_limit_loses_its_claims_and_its_late_completion_is_refused()
    {
        using var stopped = _job.Join(JobBench.Plan(1));
        using var other = _job.Join(JobBench.Plan(1));
        var item = stopped.Claim()!.Items[0];
        Assert.Null(other.Claim());
        _time.Advance(_job.Options.ClaimLimit);

        var taken = other.Claim();

        Assert.NotNull(taken);
        Assert.False(stopped.Holds(item));
        Assert.False(stopped.Complete(item, ItemOutcome.Done));
        Assert.True(other.Complete(0, ItemOutcome.Done));
        Assert.Null(stopped.Claim());
        other.Renew();
        Assert.Equal(1, stopped.Results().Count(static state => state.Status == ItemStatus.Completed));
    }

    [Fact]
    public void A_completion_that_was_not_written_before_the_claim_was_lost_is_refused()
    {
        using var stopped = _job.Join(JobBench.Plan(1));
        using var other = _job.Join(JobBench.Plan(1));
        var item = stopped.Claim()!.Items[0];
        Assert.Null(other.Claim());
        Assert.True(stopped.Complete(item, ItemOutcome.Done));
        _time.Advance(_job.Options.ClaimLimit);
        Assert.NotNull(other.Claim());

        Assert.Null(stopped.Claim());

        Assert.Equal(1, stopped.Refused);
        Assert.Equal(ItemStatus.InProgress, stopped.Results()[0].Status);
    }

    [Fact]
    public void Heartbeats_keep_claims()
    {
        using var slow = _job.Join(JobBench.Plan(1));
        using var other = _job.Join(JobBench.Plan(1));
        var item = slow.Claim()!.Items[0];
        for (var minute = 0; minute < 60; minute++)
        {
            Assert.Null(other.Claim());
            _time.Advance(TimeSpan.FromMinutes(1));
            slow.Renew();
        }

        Assert.True(slow.Complete(item, ItemOutcome.Done));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_clock_that_is_set_by_an_hour_takes_nothing_from_anybody(int hours)
    {
        var shifted = new ShiftedClock(_time);
        using var holder = _job.Join(JobBench.Plan(2));
        using var other = _job.Join(JobBench.Plan(2), shifted);
        var item = holder.Claim()!.Items[0];
        Assert.NotNull(other.Claim());
        shifted.Offset = TimeSpan.FromHours(hours);

        Assert.Null(other.Claim());

        Assert.True(holder.Complete(item, ItemOutcome.Done));
    }

    [Fact]
    public void What_is_given_back_is_claimed_by_others()
    {
        using var leaving = _job.Join(JobBench.Plan(10));
        using var other = _job.Join(JobBench.Plan(10));
        var items = leaving.Claim()!.Items;
        leaving.Abandon(items.Take(1));

        Assert.Contains(items[0], JobBench.DoAll(other));
    }

    [Fact]
    public void What_a_process_that_leaves_had_is_pending()
    {
        using var other = _job.Join(JobBench.Plan(10));
        var leaving = _job.Join(JobBench.Plan(10));
        Assert.NotNull(leaving.Claim());
        leaving.Dispose();

        Assert.Equal(10, JobBench.DoAll(other).Count);
        Assert.Equal(1, other.Progress.Workers);
    }

    [Fact]
    public void Only_one_process_makes_the_end_and_another_does_where_that_is_killed()
    {
        var first = _job.Join(JobBench.Plan(3));
        using var second = _job.Join(JobBench.Plan(3));
        JobBench.DoAll(first);
        Assert.True(first.TryClaimEnd());
        Assert.False(second.TryClaimEnd());
        _job.Kill(first);

        Assert.Null(second.Claim());
        JobBench.End(second);

        Assert.True(second.Progress.IsOver);
    }

    [Fact]
    public void An_unfinished_job_goes_on_where_it_ended()
    {
        var killed = _job.Join(JobBench.Plan(100));
        var done = killed.Claim()!.Items;
        foreach (var item in done)
        {
            killed.Complete(item, ItemOutcome.Done);
        }

        killed.Renew();
        _job.Kill(killed);

        using var next = _job.Join(JobBench.Plan(100, isCurrent: item => done.Contains(item) && item != done[0]));

        // The output of the first one is gone.
        Assert.Equal(Enumerable.Range(0, 100).Except(done.Skip(1)), JobBench.DoAll(next).Order());
    }

    [Fact]
    public void A_job_that_is_over_begins_anew_and_what_failed_stays_so_until_it_changes_or_is_reopened()
    {
        var plan = JobBench.Plan(4);
        using (var first = _job.Join(plan))
        {
            var items = first.Claim()!.Items.Concat(first.Claim()!.Items).Concat(first.Claim()!.Items).Concat(first.Claim()!.Items).ToList();
            first.Complete(0, ItemOutcome.Done);
            first.Complete(1, new(new("FM2003", "no script")));
            first.Complete(2, new(new("FM2003", "no script")));
            first.Complete(3, new(new("FM3006", "disk full"), IsFinal: false));
            Assert.Equal(4, items.Count);
            Assert.Null(first.Claim());
            JobBench.End(first);
        }

        var changed = plan with { Items = [.. plan.Items.Select((item, index) => index == 1 ? item with { Stamp = new(7) } : item)] };
        using (var second = _job.Join(changed))
        {
            Assert.Equal([0, 1, 3], JobBench.DoAll(second).Order());
            Assert.Equal("no script", second.Results()[2].Error!.Message);
            JobBench.End(second);
        }

        Assert.Equal(["2.md"], JobReset.Run(_job.Folder.Destination, ItemChoice.Of([]), _time).Select(static item => item.Name));

        // Reopened, it is all that is left of the job.
        using var third = _job.Join(changed with { Items = [.. changed.Items.Select(static item => item with { IsCurrent = true })] });
        Assert.Equal([2], JobBench.DoAll(third));
        Assert.Equal(0, third.Results()[2].Attempts);
    }

    [Fact]
    public void A_restart_opens_everything()
    {
        using (var first = _job.Join(JobBench.Plan(2)))
        {
            first.Claim();
            first.Claim();
            first.Complete(0, ItemOutcome.Done);
            first.Complete(1, new(new("FM2003", "no script")));
        }

        using var second = _job.Join(JobBench.Plan(2) with { Restarts = true });

        Assert.Equal([0, 1], JobBench.DoAll(second).Order());
    }

    [Fact]
    public void Plans_are_merged()
    {
        using (var first = _job.Join(JobBench.Plan(4)))
        {
            JobBench.DoAll(first);
        }

        var plan = JobBench.Plan(5, isCurrent: static _ => true);
        using var second = _job.Join(plan with { Items = [.. plan.Items.Skip(1).Select(static item => item.Name == "2.md" ? item with { Stamp = new(9) } : item)] });

        Assert.Equal(4, second.Progress.Total);
        Assert.Equal(["2.md", "4.md"], JobBench.DoAll(second).Select(item => second.Results()[item].Name));
    }

    [Fact]
    public void A_process_that_joins_adds_documents_to_a_job_in_progress()
    {
        using var first = _job.Join(JobBench.Plan(2));
        JobBench.DoAll(first);
        Assert.True(first.TryClaimEnd());
        using var second = _job.Join(JobBench.Plan(3));

        first.CompleteEnd();

        Assert.False(first.Progress.IsOver);
        Assert.Equal([2], JobBench.DoAll(second));
        JobBench.End(second);
    }

    [Fact]
    public void Processes_that_join_at_once_a_job_that_is_over_do_all_of_it_again_together()
    {
        using (var before = _job.Join(JobBench.Plan(10)))
        {
            JobBench.DoAll(before);
            JobBench.End(before);
        }

        using var first = _job.Enter(JobBench.Plan(10));
        using var second = _job.Join(JobBench.Plan(10));
        var bySecond = second.Claim()!.Items;
        foreach (var item in bySecond)
        {
            second.Complete(item, ItemOutcome.Done);
        }

        second.Renew();
        first.Publish(JobBench.Plan(10));

        Assert.Equal(Enumerable.Range(0, 10).Except(bySecond), JobBench.DoAll(first));
    }

    [Fact]
    public void A_process_with_other_options_does_not_take_part()
    {
        using var first = _job.Join(JobBench.Plan(2));

        var refusal = Assert.Throws<SharedJobException>(() => _job.Join(JobBench.Plan(2, fingerprint: 2)));

        Assert.Contains("other options", refusal.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_job.Folder.Workers, "*.lock"));
    }

    [Fact]
    public void With_other_options_a_job_begins_anew_where_nobody_is_at_it()
    {
        using (var first = _job.Join(JobBench.Plan(2)))
        {
            JobBench.DoAll(first);
        }

        using var second = _job.Join(JobBench.Plan(2, fingerprint: 2));

        Assert.Equal(2, JobBench.DoAll(second).Count);
    }

    [Fact]
    public void What_only_a_killed_process_had_in_its_plan_keeps_nobody_waiting()
    {
        var killed = _job.Join(JobBench.Plan(3));
        using var other = _job.Join(JobBench.Plan(2));
        _job.Kill(killed);
        JobBench.DoAll(other);
        Assert.Null(other.Claim());
        Assert.False(other.Progress.IsSettled);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(other.Claim());

        Assert.True(other.Progress is { IsSettled: true, Total: 2 });
    }

    [Fact]
    public void What_the_first_process_would_have_looked_at_again_the_next_one_does_where_that_is_killed()
    {
        using (var before = _job.Join(JobBench.Plan(3)))
        {
            JobBench.DoAll(before);
        }

        var killed = _job.Enter(JobBench.Plan(3));
        _job.Kill(killed);
        using var other = _job.Join(JobBench.Plan(3, isCurrent: static item => item != 1));

        Assert.Equal([1], JobBench.DoAll(other));
    }

    [Fact]
    public void A_process_that_was_stopped_does_not_take_part_in_another_job_that_was_begun_meanwhile()
    {
        using var stopped = _job.Join(JobBench.Plan(2));
        using (var other = _job.Join(JobBench.Plan(2)))
        {
            stopped.Claim();
            Assert.NotNull(other.Claim());
            Assert.Null(other.Claim());
            _time.Advance(_job.Options.ClaimLimit);
            other.Claim();
        }

        // What lives and was left out counts as living, so that nobody cuts its journal short.
        var refusal = Assert.Throws<SharedJobException>(() => _job.Join(JobBench.Plan(2, fingerprint: 2)));
        Assert.Contains("other options", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_among_the_files_of_processes_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege.");
        Directory.CreateDirectory(_job.Folder.Workers);
        var victim = Path.Combine(_job.Folder.Destination, "victim");
        File.CreateSymbolicLink(Path.Combine(_job.Folder.Workers, "0123456789abcdef0123456789abcdef.lock"), victim);
        File.CreateSymbolicLink(Path.Combine(_job.Folder.Workers, "another.lock"), victim);

        using (_job.Join(JobBench.Plan(2)))
        {
        }

        Assert.False(File.Exists(victim));
    }

    [Fact]
    public void Files_of_dead_processes_are_removed()
    {
        for (var i = 0; i < 3; i++)
        {
            var killed = _job.Join(JobBench.Plan(2));
            killed.Claim();
            _job.Kill(killed);
        }

        File.Delete(_job.Folder.Journal);
        using (_job.Join(JobBench.Plan(2)))
        {
            Assert.Equal(2, Directory.GetFiles(_job.Folder.Workers).Length);
        }

        Assert.Empty(Directory.GetFiles(_job.Folder.Workers));
    }

    [Fact]
    public void A_journal_that_grows_with_each_run_is_compacted_and_says_the_same()
    {
        var (before, items) = (0L, new List<ItemState>());
        for (var round = 0; round < 50 && (!File.Exists(_job.Folder.Journal) || new FileInfo(_job.Folder.Journal).Length >= before); round++)
        {
            using var source = _job.Join(JobBench.Plan(1000));
            if (new FileInfo(_job.Folder.Journal).Length < before)
            {
                break;
            }

            JobBench.DoAll(source);
            source.Reserve("api", static _ => new(42, 3));
            JobBench.End(source);
            source.Renew();
            before = new FileInfo(_job.Folder.Journal).Length;
            items = [.. _job.Folder.Read().State.Items.Select(static item => item.Snapshot())];
        }

        using var next = _job.Enter(JobBench.Plan(1000));
        Assert.True(new FileInfo(_job.Folder.Journal).Length < before);
        Assert.Equal(items.Select(static item => item with { Status = ItemStatus.Pending, CompletedAt = null }), _job.Folder.Read().State.Items.Select(static item => item.Snapshot()));
        next.Reserve("api", mark =>
        {
            Assert.Equal(new(42, 3), mark);
            return mark;
        });
    }

    [Fact]
    public void However_processes_come_claim_fail_and_are_killed_each_document_is_held_by_one_and_none_is_lost()
        => Property.Holds(Gen.Choose(0, int.MaxValue), seed =>
        {
            var random = new Random(seed);
            var time = new FakeTimeProvider();
            using var job = new JobBench(time: time) { Options = new() { Attempts = 1000 } };
            var count = random.Next(1, 40);
            var plan = JobBench.Plan(count);
            var living = new Dictionary<JournalWorkSource, HashSet<int>>();
            for (var step = 0; step < 200; step++)
            {
                var source = living.Keys.ElementAtOrDefault(random.Next(4));
                switch (random.Next(10))
                {
                    case 0 when living.Count < 4:
                        living.Add(job.Join(plan), []);
                        break;
                    case 1 when source is not null && random.Next(3) == 0:
                        job.Kill(source);
                        living.Remove(source);
                        break;
                    case 2 when source is not null && random.Next(3) == 0:
                        source.Dispose();
                        living.Remove(source);
                        break;
                    case 3 or 4 or 5 when source is not null && source.Claim() is { } claim:
                        foreach (var item in claim.Items)
                        {
                            Assert.DoesNotContain(living, other => other.Value.Contains(item));
                            living[source].Add(item);
                        }

                        break;
                    case 6 when source is not null && living[source].Count > 0:
                        source.Abandon([living[source].First()]);
                        living[source].Remove(living[source].First());
                        break;
                    case > 6 when source is not null && living[source].Count > 0:
                        var done = living[source].First();
                        source.Begin(done);
                        Assert.True(source.Complete(done, random.Next(4) == 0 ? new(new("FM4003", "unforeseen")) : ItemOutcome.Done));
                        living[source].Remove(done);
                        break;
                    default:
                        time.Advance(TimeSpan.FromSeconds(1));
                        foreach (var alive in living.Keys)
                        {
                            alive.Renew();
                        }

                        break;
                }
            }

            foreach (var (source, held) in living)
            {
                source.Abandon(held);
            }

            var last = living.Keys.FirstOrDefault() ?? job.Join(plan);
            JobBench.DoAll(last);
            return last.Progress is { IsSettled: true } progress && progress.Total == count && progress.Completed + progress.Failed == count;
        }, tries: 60);

    /// <summary>A clock whose time of day is set, as people and servers do, while time goes on.</summary>
    private sealed class ShiftedClock(TimeProvider inner) : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

        public override long GetTimestamp() => inner.GetTimestamp();
    }
}
