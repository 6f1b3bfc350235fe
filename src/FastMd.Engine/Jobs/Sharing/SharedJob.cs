using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Coordination;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>
/// This process's part in a job that several processes share: claims documents as there is room for them, says what became of each, and waits until
/// the job is over. What is made of several documents is made by one of the processes, when all documents are done.
/// </summary>
internal sealed class SharedJob : IDisposable
{
    // Another look costs some forty microseconds.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(10);

    // Workers take many small documents at a time where there are many.
    private const int MostWaiting = 64;
    private const int LeastWaiting = 4;
    private const int EndParts = 16;

    private readonly IWorkSource _work;
    private readonly IReadOnlyList<PlannedDocument> _documents;
    private readonly Func<IReadOnlyList<PlannedDocument>, IEnumerable<PlannedDocument>> _reassess;
    private readonly ITimer _heartbeat;
    private readonly Queue<PlannedDocument> _claimed = new();

    // Of documents that this process gave a result of, whether they are done.
    private readonly bool?[] _isDone;
    private TimeSpan _pause = FirstPause;

    /// <summary>Publishes a plan.</summary>
    /// <param name="work">The job.</param>
    /// <param name="plan">The plan of the documents.</param>
    /// <param name="documents">The documents: each lies at its index.</param>
    /// <param name="reassess">Looks again at what there is of documents' outputs.</param>
    /// <param name="claimLimit">How long a claim lasts without a heartbeat.</param>
    /// <param name="time">The clock.</param>
    public SharedJob(
        IWorkSource work, JobPlan plan, IReadOnlyList<PlannedDocument> documents, Func<IReadOnlyList<PlannedDocument>, IEnumerable<PlannedDocument>> reassess, TimeSpan claimLimit, TimeProvider time)
    {
        _work = work;
        _documents = documents;
        _isDone = new bool?[documents.Count];
        _reassess = reassess;
        work.Publish(plan);
        var period = claimLimit / 6;
        _heartbeat = time.CreateTimer(static job => ((SharedJob)job!).Renew(), this, period, period);
    }

    /// <summary>Whether this process makes what is made of several documents.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>How far the whole job is.</summary>
    public WorkProgress Progress => _work.Progress;

    /// <summary>
    /// How many claimed documents may wait for each worker. There is room for thousands of small ones; but in the end, what waits here could be done by
    /// another process.
    /// </summary>
    public int WaitingPerWorker => Math.Clamp(_work.Progress.Pending / EndParts, LeastWaiting, MostWaiting);

    /// <summary>How long to wait before the next look, where there was no document.</summary>
    public TimeSpan Pause => _pause;

    /// <summary>The next document of this process, if there is one now.</summary>
    /// <exception cref="SharedJobException">The job cannot go on.</exception>
    public FeedStep Next([NotNullWhen(true)] out PlannedDocument? document)
    {
        if (_claimed.Count == 0 && _work.Claim() is { } claim)
        {
            _pause = FirstPause;
            var documents = claim.Items.Select(item => _documents[item]);
            foreach (var claimed in claim.IsRepeated ? _reassess([.. documents]) : documents)
            {
                _claimed.Enqueue(claimed);
            }
        }

        if (_claimed.TryDequeue(out document))
        {
            return FeedStep.Document;
        }

        if (_work.Progress is { IsSettled: true } progress && (progress.IsOver || (HasEnd = _work.TryClaimEnd())))
        {
            return FeedStep.Over;
        }

        _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        return FeedStep.Wait;
    }

    /// <summary>What another process says of a document that it did; null where this one does it.</summary>
    public ItemOutcome? OutcomeOf(PlannedDocument document) => _work.OutcomeOf((int)document.Index);

    /// <summary>The next message about the job as a whole, if there is one.</summary>
    public bool TryTakeNotice([NotNullWhen(true)] out Diagnostic? notice) => _work.TryTakeNotice(out notice);

    /// <summary>A worker begins a document.</summary>
    public void Begin(PlannedDocument document) => _work.Begin((int)document.Index);

    /// <summary>Whether a document is still this process's.</summary>
    public bool Holds(PlannedDocument document) => _work.Holds((int)document.Index);

    /// <summary>A document has its outcome.</summary>
    public void Complete(PlannedDocument document, ConversionResult result)
    {
        if (result.Status == ConversionStatus.Cancelled)
        {
            return;
        }

        var error = result.IsDone ? null : result.Diagnostics.LastOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? result.Diagnostics[^1];
        _isDone[document.Index] = result.IsDone;
        _work.Complete((int)document.Index, error is null ? ItemOutcome.Done : new(new(error.Code, error.Message), !MayPass(error.Code)));
    }

    /// <summary>The documents that failed, but for those that this process has told of.</summary>
    public IEnumerable<(PlannedDocument Document, ItemError Error)> FailedElsewhere()
    {
        var states = _work.Results();
        for (var index = 0; index < states.Count; index++)
        {
            if (states[index] is { Status: ItemStatus.Failed, Error: { } error } && _isDone[index] != false)
            {
                yield return (_documents[index], error);
            }
        }
    }

    /// <summary>The documents whose outputs are there, but for those that this process gave a result of.</summary>
    public IEnumerable<PlannedDocument> CompletedElsewhere()
    {
        var states = _work.Results();
        return _documents.Where((_, index) => states[index].Status == ItemStatus.Completed && _isDone[index] != true);
    }

    /// <summary>All is done.</summary>
    public void CompleteEnd() => _work.CompleteEnd();

    public void Dispose() => _heartbeat.Dispose();

    // Failures that are not the document's: the next run of the job tries again.
    private static bool MayPass(string code) => code is DiagnosticCodes.SourceUnreadable or DiagnosticCodes.OutputUnwritable or DiagnosticCodes.DiskFull
        or DiagnosticCodes.UnexpectedFailure or DiagnosticCodes.WorkersExhausted or DiagnosticCodes.WorkersUnavailable;

    private void Renew()
    {
        try
        {
            _work.Renew();
        }
        catch (Exception failure) when (failure is SharedJobException or IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Whoever claims next gets the same, and tells of it.
        }
    }
}

/// <summary>What a look for the next document gave.</summary>
internal enum FeedStep
{
    /// <summary>A document.</summary>
    Document,

    /// <summary>None now: others are at those that are left.</summary>
    Wait,

    /// <summary>None will come.</summary>
    Over,
}
