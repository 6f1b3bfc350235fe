using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading.Channels;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>
/// A batch: its files are converted a few at a time, and their outcomes handed over one by one, in order where that is asked for. So few outcomes wait
/// to be handed over, whatever their number, and a slow receiver slows the batch down.
/// </summary>
/// <param name="parameters">The batch.</param>
/// <param name="configured">The client's settings.</param>
/// <param name="transformer">Converts.</param>
/// <param name="time">The clock.</param>
[SuppressMessage("Design", "CA1001", Justification = "The source holds no handle, and whoever cancels a batch may do so when it is over.")]
internal sealed class BatchRun(
    TransformBatchParameters parameters, IReadOnlyDictionary<string, JsonElement> configured, Transformer transformer, TimeProvider time)
{
    // Outcomes that wait for the one before them, for each worker: a large file holds up this many small ones before it stalls the others.
    private const int WaitingPerWorker = 64;

    private const int MostWorkers = 1024;

    private const long WaitingBytes = 32 * 1024 * 1024;

    private readonly BatchOptionsMessage _options = parameters.Options ?? new();
    private readonly CancellationTokenSource _cancelled = new();
    private int _completed;
    private string? _currentFile;

    /// <summary>Files that have their outcome.</summary>
    public int Completed => Volatile.Read(ref _completed);

    /// <summary>Files there are.</summary>
    public int Total => parameters.Files.Count;

    /// <summary>The file that was begun last; null before the first.</summary>
    public string? CurrentFile => Volatile.Read(ref _currentFile);

    /// <summary>Ends it: what has no outcome yet is cancelled.</summary>
    public void Cancel() => _cancelled.Cancel();

    /// <summary>Runs it.</summary>
    /// <param name="receive">Receives each outcome, one after the other, with its place among the files; then it is disposed of.</param>
    /// <param name="cancellation">Ends all of it, without outcomes.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task RunAsync(Func<int, BatchOutcome, Task> receive, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receive);
        using var deadline = _options.TimeoutMs is { } limit
            ? new CancellationTokenSource(TimeSpan.FromMilliseconds(limit), time)
            : new CancellationTokenSource();
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(failed.Token, _cancelled.Token, deadline.Token);

        // Where nobody says how many, some more wait at the workers' elbow.
        var workers = _options.Parallel == false ? 1 : Math.Min(_options.MaxWorkers ?? (2 * transformer.Workers), MostWorkers);
        var isOrdered = _options.Ordered != false;
        using var running = new SemaphoreSlim(workers);
        var waiting = new WaitingRoom(WaitingPerWorker * workers, WaitingBytes);
        var outcomes = Channel.CreateUnbounded<Task<Outcome>>(new() { SingleReader = true });

        var feeding = FeedAsync();
        try
        {
            await foreach (var next in outcomes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                var (index, outcome) = await next.ConfigureAwait(false);
                try
                {
                    cancellation.ThrowIfCancellationRequested();
                    await receive(index, outcome).ConfigureAwait(false);
                }
                finally
                {
                    waiting.Leave(outcome.Transformed?.Code.Length ?? 0);
                    outcome.Transformed?.Dispose();
                }
            }
        }
        finally
        {
            // Also where the receiver is gone: nothing runs on that nobody waits for.
            await failed.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
            await foreach (var left in outcomes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                (await left.ConfigureAwait(false)).Result.Transformed?.Dispose();
            }
        }

        async Task FeedAsync()
        {
            var begun = new List<Task>();
            try
            {
                for (var i = 0; i < parameters.Files.Count; i++)
                {
                    await running.WaitAsync(CancellationToken.None).ConfigureAwait(false);
                    await waiting.EnterAsync(failed.Token).ConfigureAwait(false);
                    Volatile.Write(ref _currentFile, NameOf(parameters.Files[i]));
                    var one = RunOneAsync(i);
                    if (isOrdered)
                    {
                        outcomes.Writer.TryWrite(one);
                    }

                    begun.RemoveAll(static task => task.IsCompleted);
                    begun.Add(one);
                }
            }
            catch (OperationCanceledException) when (failed.IsCancellationRequested)
            {
                // The others are not begun.
            }
            finally
            {
                await Task.WhenAll(begun).ConfigureAwait(false);
                outcomes.Writer.Complete();
            }
        }

        async Task<Outcome> RunOneAsync(int index)
        {
            var outcome = new Outcome(index, await OutcomeOfAsync(parameters.Files[index], ends.Token, deadline.Token).ConfigureAwait(false));
            Interlocked.Increment(ref _completed);
            waiting.Hold(outcome.Result.Transformed?.Code.Length ?? 0);
            running.Release();
            if (!isOrdered)
            {
                outcomes.Writer.TryWrite(Task.FromResult(outcome));
            }

            return outcome;
        }
    }

    private static string NameOf(DocumentParameters file) => file.File ?? file.Path ?? "(text)";

    private async Task<BatchOutcome> OutcomeOfAsync(DocumentParameters file, CancellationToken cancellation, CancellationToken deadline)
    {
        // The loop that feeds the batch goes on while this file is looked at.
        await Task.Yield();
        var name = NameOf(file);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var transformed = await transformer.RunAsync(file, configured, _options, cancellation).ConfigureAwait(false);
            return new(
                transformed.File, transformed, transformed.Status,
                transformed.IsConverted ? 0 : Transformer.CodeOf(transformed), transformed.IsConverted ? "" : Transformer.MessageOf(transformed));
        }
        catch (RpcException invalid)
        {
            return new(name, null, ConversionStatus.Failed, invalid.Code, invalid.Message);
        }
        catch (OperationCanceledException)
        {
            return deadline.IsCancellationRequested && !_cancelled.IsCancellationRequested
                ? new(name, null, ConversionStatus.TimedOut, RpcErrors.TransformFailed, $"{name}: the batch was out of time; give it more by options.timeoutMs, or fewer files.")
                : new(name, null, ConversionStatus.Cancelled, RpcErrors.Cancelled, $"{name}: the batch was cancelled before the file was done.");
        }
        catch (Exception unforeseen)
        {
            return new(name, null, ConversionStatus.Failed, RpcErrors.InternalError, $"{name}: {unforeseen.GetType().Name}: {unforeseen.Message} Please report it.");
        }
    }

    private sealed record Outcome(int Index, BatchOutcome Result);
}
