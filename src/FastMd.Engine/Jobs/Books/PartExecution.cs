using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Books;

/// <summary>An attempt at a part of a book, with a time limit of its own.</summary>
internal sealed class PartExecution : IExecution, IDisposable
{
    private readonly CancellationTokenSource _limited;
    private readonly CancellationTokenSource _linked;
    private readonly TimeSpan _limit;

    /// <param name="limit">Time after which it is given up, but for what it waits for a process; zero or less means never.</param>
    /// <param name="time">The clock.</param>
    /// <param name="abandoned">Cancelled when the attempt at the book is abandoned.</param>
    public PartExecution(TimeSpan limit, TimeProvider time, CancellationToken abandoned)
    {
        _limit = limit > TimeSpan.Zero ? limit : Timeout.InfiniteTimeSpan;
        _limited = new(Timeout.InfiniteTimeSpan, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_limited.Token, abandoned);
        Resume();
    }

    /// <inheritdoc/>
    public CancellationToken Cancellation => _linked.Token;

    /// <inheritdoc/>
    public long FreeMemory => long.MaxValue;

    /// <inheritdoc/>
    public void Pause() => _limited.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Resume() => _limited.CancelAfter(_limit);

    /// <inheritdoc/>
    public void TakeMemory(long length, long need)
    {
    }

    public void Dispose()
    {
        _linked.Dispose();
        _limited.Dispose();
    }
}
