namespace FastMd.Engine.Coordination.Journal;

/// <summary>
/// The order in which pending documents are claimed, the same in each process: as they were published, but for those that are much of the work,
/// which come first so that nobody waits for them in the end.
/// </summary>
internal sealed class ClaimOrder(JobState state)
{
    // A document that is more than one in so many parts of the work is large.
    private const long LargeParts = 32;

    private int[] _order = [];
    private int _openings = -1;
    private int _next;

    /// <summary>The pending documents, from where the last look ended.</summary>
    public IEnumerable<int> Pending()
    {
        if (_openings != state.Openings)
        {
            _openings = state.Openings;
            _order = [.. Order()];
            _next = 0;
        }

        while (_next < _order.Length && !IsPending(_order[_next]))
        {
            _next++;
        }

        return _order.Skip(_next).Where(IsPending);
    }

    private bool IsPending(int item) => state.Items[item] is { Status: ItemStatus.Pending, IsGone: false };

    private IEnumerable<int> Order()
    {
        var pending = Enumerable.Range(0, state.Items.Count).Where(IsPending).ToList();
        var large = Math.Max(1, state.PendingCost / LargeParts);
        return pending.Where(item => state.Items[item].Cost > large).OrderByDescending(item => state.Items[item].Cost).ThenBy(static item => item)
            .Concat(pending.Where(item => state.Items[item].Cost <= large));
    }
}
