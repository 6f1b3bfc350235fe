using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>
/// The engine that all requests share: a batch that does not end. What they bring is begun in the order it comes in, within the same budgets,
/// with the same time limits and retries as everywhere.
/// </summary>
internal sealed class SharedEngine : IDisposable
{
    private readonly ConcurrentDictionary<long, Ticket> _tickets = new();
    private readonly SemaphoreSlim _admission = new(1);
    private readonly CancellationTokenSource _exhausted = new();
    private readonly BatchSession _batch;
    private long _next;

    /// <summary>An engine; its threads start with the first document.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="time">The clock.</param>
    public SharedEngine(BatchOptions options, TimeProvider time)
    {
        Workers = options.EffectiveWorkers;
        _batch = new(
            options with { Ordered = false, FirstComeFirstServed = true, Scaling = null },
            new Processor(_tickets),
            new Observer(this),
            time,
            CancellationToken.None);
    }

    /// <summary>How many documents it converts at a time.</summary>
    public int Workers { get; }

    /// <summary>Documents that it has in hand, those included that wait for their turn.</summary>
    public int InHand => _tickets.Count;

    /// <summary>How many threads are stuck in documents that were given up.</summary>
    public int StuckWorkers => _batch.StuckWorkers;

    /// <summary>Cancelled when so many are stuck that nothing can be converted any more: only a new process helps.</summary>
    public CancellationToken Exhausted => _exhausted.Token;

    /// <summary>Converts a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="name">What the client calls it.</param>
    /// <param name="basePath">Absolute path of the root it lies under; null where it lies under none, and can include no others.</param>
    /// <param name="profile">What it is to become.</param>
    /// <param name="cancellation">Cancels it: at once for whoever waits, soon for the thread that is at it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Transformed> RunAsync(DocumentSource source, string name, string? basePath, ConversionProfile profile, CancellationToken cancellation)
    {
        var ticket = new Ticket(name, profile, cancellation);
        var planned = new PlannedDocument(
            Interlocked.Increment(ref _next), source, BasePath: basePath, Refusal: profile.Options.RefusalOf(source.Length));
        _tickets[planned.Index] = ticket;
        using var registration = cancellation.UnsafeRegister(static ticket => ((Ticket)ticket!).Cancel(), ticket);
        try
        {
            await AdmitAsync(planned, cancellation).ConfigureAwait(false);
        }
        catch
        {
            _tickets.TryRemove(planned.Index, out _);
            throw;
        }

        return await ticket.Outcome.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batch.Dispose();
        _admission.Dispose();
        _exhausted.Dispose();
    }

    private async Task AdmitAsync(PlannedDocument planned, CancellationToken cancellation)
    {
        await _admission.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Who waits for a result has it already; what the batch keeps of it goes when room is needed.
            while (!TryAdmit(planned))
            {
                await _batch.WaitForRoomAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _admission.Release();
        }
    }

    private bool TryAdmit(PlannedDocument planned)
    {
        while (_batch.TryTake(out _))
        {
        }

        return _batch.TryAdmit(planned);
    }

    private void Complete(PlannedDocument planned, ConversionResult result)
    {
        if (_tickets.TryRemove(planned.Index, out var ticket))
        {
            ticket.Complete(result);
        }

        if (result is { Status: ConversionStatus.Failed, Diagnostics: [{ Code: DiagnosticCodes.WorkersExhausted }] })
        {
            Cancellations.Cancel(_exhausted);
        }
    }

    /// <summary>Converts with the profile that belongs to each document.</summary>
    private sealed class Processor(ConcurrentDictionary<long, Ticket> tickets) : IDocumentProcessor
    {
        public ConversionResult Process(PlannedDocument document, Attempt attempt)
        {
            if (!tickets.TryGetValue(document.Index, out var ticket))
            {
                return ConversionResult.NotConverted(document, ConversionStatus.Cancelled, DocumentWorker.Cancelled(), attempt);
            }

            using var both = CancellationTokenSource.CreateLinkedTokenSource(attempt.Cancellation, ticket.Cancellation);
            try
            {
                both.Token.ThrowIfCancellationRequested();
                var executed = ticket.Profile.Executor.Execute(DocumentWork.Of(document, destination: null), new Execution(attempt, both.Token));
                ticket.Keep(executed);
                return ConversionResult.Converted(document, executed, attempt);
            }
            catch (OperationCanceledException) when (ticket.Cancellation.IsCancellationRequested)
            {
                return ConversionResult.NotConverted(document, ConversionStatus.Cancelled, DocumentWorker.Cancelled(), attempt);
            }
        }
    }

    /// <summary>An attempt that whoever waits for the document can end, too.</summary>
    private sealed class Execution(Attempt attempt, CancellationToken cancellation) : IExecution
    {
        public CancellationToken Cancellation => cancellation;

        public void Pause() => attempt.Pause();

        public void Resume() => attempt.Resume();

        public long FreeMemory => attempt.FreeMemory;

        public void TakeMemory(long length, long need) => attempt.TakeMemory(length, need);
    }

    private sealed class Observer(SharedEngine engine) : IBatchObserver
    {
        public void Started(PlannedDocument document, Attempt attempt)
        {
        }

        public void Retrying(PlannedDocument document, Attempt attempt, Exception reason)
        {
        }

        public void Completed(PlannedDocument document, ConversionResult result) => engine.Complete(document, result);

        public void Scaled(ScalingDecision decision)
        {
        }

        public void Noticed(Diagnostic diagnostic)
        {
        }
    }
}
