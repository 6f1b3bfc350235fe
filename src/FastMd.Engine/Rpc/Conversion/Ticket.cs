using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>A document that somebody waits for.</summary>
/// <param name="name">What the client calls it.</param>
/// <param name="profile">What it is to become.</param>
/// <param name="cancellation">Cancelled when nobody waits any more.</param>
internal sealed class Ticket(string name, ConversionProfile profile, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<Transformed> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private ExecutedDocument? _executed;
    private bool _isOver;

    /// <summary>What it is to become.</summary>
    public ConversionProfile Profile => profile;

    /// <summary>Cancelled when nobody waits any more.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>What became of it.</summary>
    public Task<Transformed> Outcome => _outcome.Task;

    /// <summary>Nobody waits any more.</summary>
    public void Cancel()
    {
        _outcome.TrySetCanceled(cancellation);
        End()?.Dispose();
    }

    /// <summary>Keeps what was made of it, for whoever waits; throws it away where nobody does.</summary>
    public void Keep(ExecutedDocument executed)
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _executed = executed;
                return;
            }
        }

        executed.Dispose();
    }

    /// <summary>It has its outcome. One that was given up may still keep something: nobody gets that.</summary>
    public void Complete(ConversionResult result)
    {
        var executed = End();
        if (result.Status != ConversionStatus.Converted)
        {
            executed?.Dispose();
            executed = null;
        }

        try
        {
            var transformed = new Transformed(name, profile, result, executed);
            if (!_outcome.TrySetResult(transformed))
            {
                transformed.Dispose();
            }
        }
        catch (Exception failure)
        {
            // Whoever waits must not wait for ever.
            executed?.Dispose();
            _outcome.TrySetException(failure);
        }
    }

    private ExecutedDocument? End()
    {
        lock (_gate)
        {
            _isOver = true;
            return Interlocked.Exchange(ref _executed, null);
        }
    }
}
