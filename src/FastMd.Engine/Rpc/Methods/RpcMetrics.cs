using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Counts what a server does.</summary>
/// <param name="time">The clock.</param>
internal sealed class RpcMetrics(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private long _answered;
    private long _failed;
    private long _cancelled;
    private long _refused;
    private long _converted;
    private long _notConverted;
    private long _outputBytes;

    /// <summary>Time since the server began.</summary>
    public TimeSpan Uptime => time.GetElapsedTime(_started);

    /// <summary>Requests that were answered by a result.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Requests that were answered by an error.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Requests that were cancelled.</summary>
    public long Cancelled => Interlocked.Read(ref _cancelled);

    /// <summary>Lines that were no request, or one that was refused.</summary>
    public long RefusedLines => Interlocked.Read(ref _refused);

    /// <summary>Documents that were converted.</summary>
    public long Converted => Interlocked.Read(ref _converted);

    /// <summary>Documents that were not.</summary>
    public long NotConverted => Interlocked.Read(ref _notConverted);

    /// <summary>Bytes that documents were converted to.</summary>
    public long OutputBytes => Interlocked.Read(ref _outputBytes);

    /// <summary>A request has its answer.</summary>
    /// <param name="error">Code of the error; null where it is a result.</param>
    public void AnsweredWith(int? error) => Interlocked.Increment(
        ref error is null ? ref _answered : ref error == RpcErrors.Cancelled ? ref _cancelled : ref _failed);

    /// <summary>A line was no request, or one that is refused.</summary>
    public void Refused() => Interlocked.Increment(ref _refused);

    /// <summary>A document has its outcome.</summary>
    /// <param name="outputBytes">Bytes of its output; null where it was not converted.</param>
    public void Document(long? outputBytes)
    {
        Interlocked.Increment(ref outputBytes is null ? ref _notConverted : ref _converted);
        Interlocked.Add(ref _outputBytes, outputBytes ?? 0);
    }
}
