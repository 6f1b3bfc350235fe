using System.Threading.RateLimiting;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Steps.Limiting;

namespace FastMd.Engine.Steps;

/// <summary>
/// Has documents converted by another executor, wherever that is, and their step taken in the job's own process. While a document waits for its turn
/// under the rate limit, its clock stands still: time limits are for the conversion and the step.
/// </summary>
/// <param name="inner">Reads and converts.</param>
/// <param name="options">The step.</param>
/// <param name="time">The clock.</param>
internal sealed class SteppedExecutor(IDocumentExecutor inner, StepOptions options, TimeProvider time) : IDocumentExecutor
{
    // What a service may ask for at most; retries wait no longer either.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly StepLimiter _limiter = new(options.Ledger ?? LocalRateLedger.Of(time), options.Resource, options.Limit, time);

    /// <inheritdoc/>
    public int InHandPerWorker => inner.InHandPerWorker;

    /// <inheritdoc/>
    public ExecutedDocument Execute(DocumentWork work, IExecution execution)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(execution);
        var executed = inner.Execute(work, execution);
        if (executed.Content is not { } content)
        {
            // Its output is current, or none is wanted.
            return executed;
        }

        var input = InputOf(work, content);
        using var turn = WaitForTurn(execution);
        var started = time.GetTimestamp();
        var output = Run(input, execution.Cancellation);
        execution.Cancellation.ThrowIfCancellationRequested();
        return executed with
        {
            Content = new MemoryContent(output),

            // It makes the output, as rendering does.
            Stages = executed.Stages with { Render = executed.Stages.Render + time.GetElapsedTime(started) },
        };
    }

    /// <summary>The content is copied: while a document waits, others want the memory that it was converted in.</summary>
    private StepInput InputOf(DocumentWork work, OutputContent content)
    {
        using (content)
        {
            return new(content.ReadBytes().ToArray())
            {
                SourcePath = work.Source.Path ?? "",
                Name = work.NameInTree,
                Target = options.Target,
                Extension = options.Extension,
            };
        }
    }

    private RateLimitLease WaitForTurn(IExecution execution)
    {
        execution.Pause();
        try
        {
            return _limiter.Wait(execution.Cancellation);
        }
        finally
        {
            execution.Resume();
        }
    }

    private ReadOnlyMemory<byte> Run(StepInput input, CancellationToken cancellation)
    {
        try
        {
            return options.Step.Run(input, cancellation);
        }
        catch (DocumentException refused) when (refused.RetryAfter is { } pause && pause > TimeSpan.Zero)
        {
            // Every document would be refused until then.
            _limiter.PushBack(pause < LongestPause ? pause : LongestPause);
            throw;
        }
    }
}
