namespace FastMd.Engine.Coordination.Journal;

/// <summary>
/// Which documents a process claims next: a share of the work that is left, which shrinks with it. The order is the same in each process: as they were
/// published, but for those that are much of the work, which come first so that nobody waits for them in the end.
/// </summary>
internal sealed class ClaimOrder(JobState state)
{
    // The first claims leave enough for others to join in; the last ones are single documents, so that nobody waits long for another.
    private const int ClaimsPerWorker = 4;
    private const int MostItems = 256;

    // A document that is more than one in so many parts of the work is large.
    private const long LargeParts = 32;

    private int[] _order = [];
    private int _openings = -1;
    private int _next;

    /// <summary>The documents of the next claim, in order; none where none is pending.</summary>
    /// <param name="isPlanned">Whether a document is in the plan of the process that claims.</param>
    public List<int> Next(Func<int, bool> isPlanned)
    {
        var share = state.PendingCost / (ClaimsPerWorker * Math.Max(1, state.ActiveWorkers));
        var items = new List<int>();
        var cost = 0L;
        foreach (var item in Pending())
        {
            // What a process may have ended at goes alone: whatever happens, it is to blame.
            var isSuspect = state.Items[item].Attempts > 0;
            if (!isPlanned(item) || (isSuspect && items.Count > 0))
            {
                continue;
            }

            items.Add(item);
            cost += state.Items[item].Cost;
            if (isSuspect || cost >= share || items.Count == MostItems)
            {
                break;
            }
        }

        items.Sort();
        return items;
    }

    /// <summary>The pending documents, from where the last look ended.</summary>
    private IEnumerable<int> Pending()
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
