using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Shards;

namespace FastMd.Tests.Unit.Coordination.Shards;

public sealed class ShardWorkSourceTests : IDisposable
{
    private static readonly ItemError Reason = new("FM1001", "why");

    private readonly ShardWorkSource _second = new(new(2, 2), TimeProvider.System);

    public void Dispose() => _second.Dispose();

    [Fact]
    public void Shards_claim_all_documents_and_none_twice()
    {
        var plan = Plan("a", "b", "c", "d", "e");
        using var first = new ShardWorkSource(new(1, 2), TimeProvider.System);
        first.Publish(plan);
        _second.Publish(plan);

        Assert.Equal([0, 1, 2, 3, 4], first.Claim()!.Items.Concat(_second.Claim()!.Items).Order());
        Assert.Null(first.Claim());
        Assert.Null(_second.Claim());
    }

    [Fact]
    public void The_end_is_claimed_once_and_only_when_each_document_has_its_outcome()
    {
        _second.Publish(Plan("a", "b", "c"));
        var item = Assert.Single(_second.Claim()!.Items);

        Assert.False(_second.TryClaimEnd());
        Assert.True(_second.Complete(item, ItemOutcome.Done));
        Assert.True(_second.Progress.IsSettled);
        Assert.True(_second.TryClaimEnd());
        Assert.False(_second.TryClaimEnd());
        Assert.False(_second.Progress.IsOver);
        _second.CompleteEnd();
        Assert.True(_second.Progress.IsOver);
    }

    [Fact]
    public void What_is_abandoned_or_may_succeed_yet_is_claimed_again_by_a_later_claim()
    {
        _second.Publish(Plan("a", "b", "c", "d"));
        var claim = _second.Claim()!;
        _second.Abandon([claim.Items[0]]);
        Assert.False(_second.Holds(claim.Items[0]));
        Assert.True(_second.Complete(claim.Items[1], new(Reason, IsFinal: false)));

        var again = _second.Claim()!;

        Assert.Equal(claim.Items, again.Items);
        Assert.True(again.Fence > claim.Fence);
        Assert.All(again.Items, item => Assert.True(_second.Holds(item)));
    }

    [Fact]
    public void What_is_not_held_cannot_be_completed()
    {
        _second.Publish(Plan("a", "b"));
        var item = Assert.Single(_second.Claim()!.Items);

        Assert.False(_second.Complete(1 - item, ItemOutcome.Done));
        Assert.True(_second.Complete(item, ItemOutcome.Done));
        Assert.False(_second.Complete(item, ItemOutcome.Done));
    }

    [Fact]
    public void Results_say_what_became_of_its_documents_and_who_has_the_others()
    {
        _second.Publish(Plan("a", "b", "c", "d"));
        var items = _second.Claim()!.Items;
        _second.Complete(items[0], ItemOutcome.Done);
        _second.Complete(items[1], new(Reason));

        var results = _second.Results();

        Assert.Equal(["a", "b", "c", "d"], results.Select(state => state.Name));
        Assert.Equal((ItemStatus.Completed, "shard 2/2", 0), (results[items[0]].Status, results[items[0]].ClaimedBy, results[items[0]].Attempts));
        Assert.Equal((ItemStatus.Failed, Reason, 1), (results[items[1]].Status, results[items[1]].Error, results[items[1]].Attempts));
        Assert.All(Enumerable.Range(0, 4).Except(items), other => Assert.Equal((ItemStatus.InProgress, "shard 1/2"), (results[other].Status, results[other].ClaimedBy)));
        Assert.Equal(new(Total: 2, Pending: 0, InProgress: 0, Completed: 1, Failed: 1, Workers: 1, IsOver: false), _second.Progress);
    }

    [Fact]
    public void What_is_current_is_claimed_only_where_all_is_done_again()
    {
        var plan = Plan("a", "b");
        plan = plan with { Items = [.. plan.Items.Select(item => item with { IsCurrent = true })] };
        _second.Publish(plan);
        Assert.Null(_second.Claim());

        _second.Publish(plan with { Restarts = true });
        Assert.Single(_second.Claim()!.Items);
    }

    private static JobPlan Plan(params string[] names) => new("/docs", "html", default, [.. names.Select(name => new PlanItem(name, 10, default))]);
}
