namespace FastMd.Engine.Coordination;

/// <summary>
/// Hands out the documents of a job to the processes that share it. Where that is kept, on a shared disk or by a broker, is for implementations
/// to know. Safe for any number of threads.
/// </summary>
internal interface IWorkSource : IDisposable
{
    /// <summary>Joins the job, or begins it. Plans of several processes are merged: what is new is added, what is gone is left out.</summary>
    /// <exception cref="SharedJobException">The job that is in progress is another one, or cannot be kept where it is to be kept.</exception>
    void Publish(JobPlan plan);

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

    /// <summary>How far the job is, by the last that is known of it.</summary>
    WorkProgress Progress { get; }

    /// <summary>The state of each document of the plan that this process published, in its order.</summary>
    IReadOnlyList<ItemState> Results();

    /// <summary>
    /// Claims the end of the job, where all its documents have their outcome: what is made of several documents is made by one process. False where
    /// another process has it, or had it.
    /// </summary>
    bool TryClaimEnd();

    /// <summary>The job is over.</summary>
    void CompleteEnd();
}
