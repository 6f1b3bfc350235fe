namespace FastMd.Engine.Coordination;

/// <summary>
/// A process's view of the documents that it may do: it claims some, and says what became of each. Where that is kept, on a shared disk or by a
/// broker, is for implementations to know. Safe for any number of threads.
/// </summary>
internal interface IWorkClaims : IDisposable
{
    /// <summary>The next documents for this process; null where there are none for now, or at all.</summary>
    /// <exception cref="SharedJobException">The job can no longer be kept.</exception>
    WorkClaim? Claim();

    /// <summary>A worker begins a claimed document: if the process ends abnormally, this is one of those that may be to blame.</summary>
    void Begin(int item);

    /// <summary>Says that this process is at work, so that its claims stay its own.</summary>
    void Renew();

    /// <summary>Whether a claimed document is still this process's. Asked before the irrevocable step.</summary>
    bool Holds(int item);

    /// <summary>Records the outcome of a claimed document; false where the claim was lost, and the outcome does not count.</summary>
    bool Complete(int item, ItemOutcome outcome);

    /// <summary>Gives back what was claimed and will not be done by this process.</summary>
    void Abandon(IEnumerable<int> items);
}
