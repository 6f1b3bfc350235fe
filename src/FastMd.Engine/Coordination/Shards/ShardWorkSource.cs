using System.Diagnostics;
using System.Globalization;

namespace FastMd.Engine.Coordination.Shards;

/// <summary>
/// Hands out one shard of a job to the one process that does it. Nothing is shared: the split follows from the plan, results are kept in memory, and the end
/// of the shard is always this process's own.
/// </summary>
/// <param name="number">Which shard.</param>
/// <param name="time">The clock.</param>
internal sealed class ShardWorkSource(ShardNumber number, TimeProvider time) : IWorkSource
{
    private readonly object _gate = new();
    private readonly SortedSet<int> _pending = [];
    private readonly HashSet<int> _held = [];
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"shard {number}");
    private ItemState[] _states = [];
    private int[] _share = [];
    private long _fence;
    private bool _isEndClaimed;
    private bool _isOver;

    /// <inheritdoc/>
    public WorkProgress Progress
    {
        get
        {
            lock (_gate)
            {
                return new(
                    _share.Length,
                    _pending.Count,
                    _held.Count,
                    _share.Count(item => _states[item].Status == ItemStatus.Completed),
                    _share.Count(item => _states[item].Status == ItemStatus.Failed),
                    Workers: 1,
                    _isOver);
            }
        }
    }

    /// <inheritdoc/>
    public void Publish(JobPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var shardOf = ShardSplit.Of(plan.Items, number.Total);
        lock (_gate)
        {
            _pending.Clear();
            _held.Clear();
            _share = [.. Enumerable.Range(0, shardOf.Length).Where(item => shardOf[item] == number.Index - 1)];
            _states = [.. plan.Items.Select((item, at) => StateOf(item, shardOf[at], plan.Restarts))];
            _pending.UnionWith(_share.Where(item => _states[item].Status == ItemStatus.Pending));
            (_isEndClaimed, _isOver) = (false, false);
        }
    }

    /// <inheritdoc/>
    public WorkClaim? Claim()
    {
        lock (_gate)
        {
            if (_pending.Count == 0)
            {
                return null;
            }

            int[] items = [.. _pending];
            var now = time.GetUtcNow();
            foreach (var item in items)
            {
                _states[item] = _states[item] with { Status = ItemStatus.InProgress, ClaimedBy = _name, ClaimedAt = now };
            }

            _held.UnionWith(items);
            _pending.Clear();
            return new(++_fence, items);
        }
    }

    /// <inheritdoc/>
    public void Begin(int item) => Debug.Assert(Holds(item), "Only claimed documents are begun.");

    /// <summary>Does nothing: a claim cannot be lost to anybody.</summary>
    public void Renew()
    {
    }

    /// <inheritdoc/>
    public bool Holds(int item)
    {
        lock (_gate)
        {
            return _held.Contains(item);
        }
    }

    /// <inheritdoc/>
    public bool Complete(int item, ItemOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        lock (_gate)
        {
            if (!_held.Remove(item))
            {
                return false;
            }

            var state = _states[item] with { Error = outcome.Error, Attempts = _states[item].Attempts + (outcome.Error is null ? 0 : 1) };
            if (outcome is { Error: not null, IsFinal: false })
            {
                _states[item] = state with { Status = ItemStatus.Pending };
                _pending.Add(item);
            }
            else
            {
                _states[item] = state with { Status = outcome.Error is null ? ItemStatus.Completed : ItemStatus.Failed, CompletedAt = time.GetUtcNow() };
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public void Abandon(IEnumerable<int> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        lock (_gate)
        {
            foreach (var item in items.Where(_held.Remove))
            {
                _states[item] = _states[item] with { Status = ItemStatus.Pending };
                _pending.Add(item);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ItemState> Results()
    {
        lock (_gate)
        {
            return [.. _states];
        }
    }

    /// <inheritdoc/>
    public bool TryClaimEnd()
    {
        lock (_gate)
        {
            var isMine = !_isEndClaimed && _pending.Count == 0 && _held.Count == 0;
            _isEndClaimed |= isMine;
            return isMine;
        }
    }

    /// <inheritdoc/>
    public void CompleteEnd()
    {
        lock (_gate)
        {
            _isOver = true;
        }
    }

    /// <summary>Does nothing: nothing is held.</summary>
    public void Dispose()
    {
    }

    /// <summary>The state of a document before anything is done; of those of other shards nothing is known but who has them.</summary>
    private ItemState StateOf(PlanItem item, int shard, bool restarts)
        => shard != number.Index - 1
            ? new(item.Name, ItemStatus.InProgress, 0) { ClaimedBy = string.Create(CultureInfo.InvariantCulture, $"shard {number with { Index = shard + 1 }}") }
            : new(item.Name, item.IsCurrent && !restarts ? ItemStatus.Completed : ItemStatus.Pending, 0);
}
