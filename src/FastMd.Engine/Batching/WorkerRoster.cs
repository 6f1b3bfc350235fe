using FastMd.Engine.Documents;

namespace FastMd.Engine.Batching;

/// <summary>
/// The workers of a batch and the permits: how many may work in all, and on documents of each tier. Abandoned workers do not count, but stay listed
/// until they return. Not thread-safe.
/// </summary>
internal sealed class WorkerRoster
{
    private readonly List<WorkerSlot> _workers = [];
    private readonly IReadOnlyList<int> _tierLimits;
    private readonly bool _hasTierLimits;

    public WorkerRoster(TierTable tiers, int allowed)
    {
        _tierLimits = tiers.Limits;
        _hasTierLimits = tiers.HasLimits;
        Allowed = allowed;
        MayRun = tier => _tierLimits[(int)tier] is var limit && (limit == 0 || Present.Count(worker => worker.Running == tier) < limit);
    }

    /// <summary>Workers that may be at documents at once.</summary>
    public int Allowed { get; set; }

    /// <summary>Whether one more document of a tier may run.</summary>
    public Func<SizeTier, bool> MayRun { get; }

    /// <summary>All workers, including abandoned ones.</summary>
    public IReadOnlyList<WorkerSlot> All => _workers;

    /// <summary>Whether any worker can take documents.</summary>
    public bool HasPresent => _workers.Exists(worker => !worker.IsAbandoned);

    /// <summary>Workers that are at a document.</summary>
    public int Busy => Present.Count(worker => worker.Running is not null);

    /// <summary>Whether one more worker may be at a document.</summary>
    public bool HasPermit => _workers.Count <= Allowed || Busy < Allowed;

    /// <summary>Whether a limit may keep workers from waiting documents. Then they have to be notified when it changes.</summary>
    public bool IsRestricted => _hasTierLimits || _workers.Count > Allowed;

    private IEnumerable<WorkerSlot> Present => _workers.Where(worker => !worker.IsAbandoned);

    public void Add(WorkerSlot worker) => _workers.Add(worker);

    public void Remove(WorkerSlot worker) => _workers.Remove(worker);
}
