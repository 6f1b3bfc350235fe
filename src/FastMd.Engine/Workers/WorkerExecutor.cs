using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;

namespace FastMd.Engine.Workers;

/// <summary>
/// Has documents read and converted by worker processes. The document that a process was at when it died is a suspect: it is tried again, alone in a
/// process, and has failed where it kills that, too. Those that waited behind it are sent to another process.
/// </summary>
/// <param name="pool">The processes.</param>
/// <param name="job">What the documents become.</param>
internal sealed class WorkerExecutor(WorkerPool pool, WorkerJob job) : IDocumentExecutor, IDisposable
{
    private readonly ConcurrentDictionary<long, byte> _suspects = new();

    /// <summary>The processes.</summary>
    public WorkerPool Pool => pool;

    /// <inheritdoc/>
    /// <remarks>The one that a process is at, and one that waits: docs/decisions/0032-worker-processes.md.</remarks>
    public int InHandPerWorker => 2;

    /// <inheritdoc/>
    public ExecutedDocument Execute(DocumentWork work, IExecution execution)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(execution);
        var isSuspect = _suspects.ContainsKey(work.Index);
        while (true)
        {
            execution.Pause();
            try
            {
                var worker = pool.Take(work.Source.Length, isSuspect, execution.Cancellation);
                var executed = Run(worker, work, execution);
                pool.Succeed();
                return executed;
            }
            catch (WorkerUnavailableException unavailable)
            {
                throw new DocumentException(
                    Diagnostic.Error(DiagnosticCodes.WorkersUnavailable, $"The document needs a worker process, and {unavailable.Message}."), unavailable);
            }
            catch (WorkerLostException lost) when (!lost.WasBegun || lost.Death.Cause is DeathCause.Overdue or DeathCause.Closed)
            {
                // It was not this document's doing.
            }
            catch (WorkerLostException lost)
            {
                execution.Cancellation.ThrowIfCancellationRequested();
                throw OutcomeOf(lost.Death, work, isSuspect);
            }
            finally
            {
                execution.Resume();
            }
        }
    }

    /// <summary>The job is over.</summary>
    public void Dispose() => pool.Close(job);

    private ExecutedDocument Run(PooledWorker worker, DocumentWork work, IExecution execution)
    {
        WorkerProcess process;
        try
        {
            process = pool.Start(worker);
        }
        catch
        {
            pool.Release(worker);
            throw;
        }

        try
        {
            return process.Run(job, work, execution, () => pool.Release(worker));
        }
        catch (WorkerUnavailableException refused)
        {
            pool.Fail(worker, refused.Message);
            throw;
        }
    }

    private Exception OutcomeOf(WorkerDeath death, DocumentWork work, bool isSuspect)
        => !isSuspect ? Suspected(death, work)
            : death.Cause == DeathCause.Memory ? new InsufficientMemoryException()
            : new DocumentException(Diagnostic.Error(
                DiagnosticCodes.WorkerDied,
                $"The document ended the worker process that converted it, twice, the second time alone ({death.Description}). Please report it, with the document if you can."));

    private WorkerDiedException Suspected(WorkerDeath death, DocumentWork work)
    {
        _suspects.TryAdd(work.Index, 0);
        return new(death.Description);
    }
}
