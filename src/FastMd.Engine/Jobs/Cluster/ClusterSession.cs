using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Jobs.Live;
using FastMd.Engine.Jobs.Running;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Reports.Live;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>A worker's part in one job: a batch that does not end, fed with what it claims.</summary>
internal sealed class ClusterSession : IBatchObserver, IDisposable
{
    // A worker that has so much waiting needs no more.
    private const int WaitingPerWorker = 8;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly JobOptions _options;
    private readonly WirePaths _sources;
    private readonly WirePaths _outputs;
    private readonly string? _scratch;
    private readonly ClusterJob _job;
    private readonly IClusterBroker _broker;
    private readonly IDocumentExecutor _executor;
    private readonly OutputTree _tree;
    private readonly IWorkClaims _claims;
    private readonly RemoteCommitter _committer;
    private readonly BatchSession _session;
    private readonly JobAccount _account;
    private readonly JobRun _run;
    private readonly LivePart _part;
    private readonly LivePublisher _watchers;
    private readonly Queue<PlannedDocument> _waiting = new();
    private long _inHand;
    private long _done;
    private long _lastAdvance;
    private long _longestLimitTicks;

    private ClusterSession(ClusterJob job, IClusterBroker broker, ClusterDescription description, JobOptions options, WirePaths sources, WirePaths outputs, string? scratch, TimeProvider time)
    {
        _time = time;
        _options = options;
        _sources = sources;
        _outputs = outputs;
        _scratch = scratch;
        _job = job;
        _broker = broker;
        _lastAdvance = time.GetTimestamp();
        var executing = JobExecutors.ExecutingOf(options, JobExecutors.LinksOf(options, new()));
        var local = new DocumentExecutor(executing, time);
        _executor = ExecutorChoice.WithBooks(ExecutorChoice.Of(options, local, static _ => { }), local, options, time, _ => Advance());

        // Other workers write there, too.
        _tree = new(options.Destination!, options.OverwriteReadOnly, sweeps: false);
        _claims = broker.Join(job, options.Batch.EffectiveWorkers, IsAdvancing);
        _committer = new(_tree, _claims, description.Files, new(sources.Folder, description.Folder));
        var batch = options.Batch with { InHandPerWorker = _executor.InHandPerWorker };
        _session = new(batch, new DocumentProcessor(_executor, _committer, time), this, time, CancellationToken.None, () => new MachineProbe(time));
        _account = new(time, batch);
        _run = new(options, _session, batch, _account, () => new MachineProbe(time), time);
        _part = new(() => ClusterLive.RunOf(job), () => job.Name, LiveRole.Worker, _account.Snapshot, () => _account.Recorder.Build(_account.Machine([])), time) { Run = _run };
        _watchers = new(_part, told => broker.Tell(job.Id, told.Id, LiveJson.Write(told)), isWatched: true, time);
    }

    /// <summary>Joins a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="broker">Where it is.</param>
    /// <param name="worker">What this worker may touch.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidDataException">The job is not for this worker.</exception>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    /// <exception cref="SharedJobException">The broker does not answer.</exception>
    public static ClusterSession Open(ClusterJob job, IClusterBroker broker, ClusterWorkerOptions worker, TimeProvider time)
    {
        var description = ClusterDescription.Read(job.Description);
        var scratch = description.Files == ClusterFiles.Store ? Unpack(job, broker) : null;
        try
        {
            var sources = scratch is null ? description.SourcesIn(worker.Base) : new(Path.Combine(scratch, SourceArchive.Name));
            var outputs = scratch is null ? description.OutputsIn(worker.Output) : new(Path.Combine(scratch, "outputs"));
            var options = description.OptionsFor(sources, outputs, worker.Variable);
            var workers = worker.Workers > 0 ? worker.Workers : options.Batch.Workers;
            options = options with
            {
                Batch = options.Batch with { Workers = workers, Ordered = false },
                Isolation = options.Isolation with { Program = worker.Program },
            };
            return new(job, broker, description, options, sources, outputs, scratch, time);
        }
        catch
        {
            Clear(scratch);
            throw;
        }
    }

    /// <summary>Works as long as the job has documents, or until it is to leave; gives how many documents it did.</summary>
    /// <param name="leave">Cancelled when it is to finish what it is at, and leave.</param>
    public long Run(CancellationToken leave)
    {
        var idleSince = _time.GetTimestamp();
        while (true)
        {
            var isBusy = Take() | (!leave.IsCancellationRequested && Claim()) | Admit();
            if (isBusy || _inHand > 0)
            {
                idleSince = _time.GetTimestamp();
            }
            else if (leave.IsCancellationRequested || !_broker.Has(_job))
            {
                return _done;
            }
            else if (_time.GetElapsedTime(idleSince) > Idle)
            {
                // What others have may come back. Where there are other jobs, it is looked for between them.
                if (_broker.Jobs().Count > 1 || !_broker.HasWork(_job, leave))
                {
                    return _done;
                }

                idleSince = _time.GetTimestamp();
            }

            if (!isBusy)
            {
                // Whoever is to leave finishes what is in hand.
                _session.Wait(Tick, CancellationToken.None);
            }
        }
    }

    /// <inheritdoc/>
    public void Started(PlannedDocument document, Attempt attempt)
    {
        _account.Started(document, attempt);
        Advance();
    }

    /// <inheritdoc/>
    public void Retrying(PlannedDocument document, Attempt attempt, Exception reason)
    {
        _account.Retrying(document, attempt, reason);
        Advance();
    }

    /// <inheritdoc/>
    public void Completed(PlannedDocument document, ConversionResult result)
    {
        _account.Completed(document, result);
        Advance();
    }

    /// <inheritdoc/>
    public void Scaled(ScalingDecision decision) => _account.Scaled(decision);

    /// <inheritdoc/>
    public void Noticed(Diagnostic diagnostic)
    {
        // What concerns a document is in its result.
    }

    /// <summary>Leaves the job.</summary>
    public void Dispose()
    {
        _run.Dispose();
        _part.End(isCancelled: false);
        _watchers.Dispose();
        _session.Dispose();
        _claims.Dispose();
        (_executor as IDisposable)?.Dispose();
        _tree.Dispose();
        Clear(_scratch);
    }

    private static string Unpack(ClusterJob job, IClusterBroker broker)
    {
        var scratch = Directory.CreateTempSubdirectory("fastmd-").FullName;
        try
        {
            var archive = Path.Combine(scratch, "archive");
            broker.GetFile(job.Id, SourceArchive.Name, archive);
            var sources = Directory.CreateDirectory(Path.Combine(scratch, SourceArchive.Name)).FullName;
            Directory.CreateDirectory(Path.Combine(scratch, "outputs"));
            SourceArchive.Extract(archive, sources);
            File.Delete(archive);
            return scratch;
        }
        catch
        {
            Clear(scratch);
            throw;
        }
    }

    private static void Clear(string? scratch)
    {
        try
        {
            if (scratch is not null)
            {
                Directory.Delete(scratch, recursive: true);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It lies in a temporary folder, which the system clears.
        }
    }

    private bool Claim()
    {
        if (_waiting.Count > 0 || _session.Load.Waiting >= _options.Batch.EffectiveWorkers * WaitingPerWorker || _claims.Claim() is not { } claim)
        {
            return false;
        }

        for (var i = 0; i < claim.Items.Count; i++)
        {
            _inHand++;
            try
            {
                var document = RemoteDocument.Read(claim.Work[i], claim.Items[i], _sources, _outputs);
                _committer.Add(document);
                _waiting.Enqueue(document.ToPlanned());
            }
            catch (InvalidDataException refused)
            {
                Complete(claim.Items[i], new(new(DiagnosticCodes.SourceDiffers, refused.Message), IsFinal: false));
            }
        }

        return true;
    }

    private bool Admit()
    {
        var hasAdmitted = false;
        while (_waiting.TryPeek(out var document) && _session.TryAdmit(document))
        {
            _waiting.Dequeue();
            hasAdmitted = true;
            Volatile.Write(ref _longestLimitTicks, Math.Max(_longestLimitTicks, _options.Batch.TimeLimitOfDocument(document.Source.Length).Ticks));
        }

        return hasAdmitted;
    }

    private bool Take()
    {
        var hasTaken = false;
        while (_session.TryTake(out var result))
        {
            hasTaken = true;
            Complete((int)result.Index, _committer.Take(result));
        }

        return hasTaken;
    }

    private void Complete(int item, ItemOutcome outcome)
    {
        _inHand--;
        _done++;
        _claims.Complete(item, outcome);
    }

    private void Advance() => Volatile.Write(ref _lastAdvance, _time.GetTimestamp());

    /// <summary>Whether documents advance: each ends at its time limit at the latest.</summary>
    private bool IsAdvancing()
        => _options.Batch.TimeLimit <= TimeSpan.Zero
            || (_time.GetElapsedTime(Volatile.Read(ref _lastAdvance)) - Idle).Ticks < Volatile.Read(ref _longestLimitTicks);
}
