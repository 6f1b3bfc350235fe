using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Jobs;

/// <summary>Keeps count of a job while workers report from all sides.</summary>
internal sealed class JobAccount(TimeProvider time) : IBatchObserver
{
    private const long Unknown = -1;

    private readonly ConcurrentQueue<Diagnostic> _notices = new();
    private readonly long _started = time.GetTimestamp();
    private long _total = Unknown;
    private long _completed;
    private long _failed;
    private long _inputBytes;
    private string? _currentFile;

    public long Total
    {
        set => Volatile.Write(ref _total, value);
    }

    public void Started(PlannedDocument document, Attempt attempt) => Volatile.Write(ref _currentFile, document.Source.Name);

    public void Completed(PlannedDocument document, ConversionResult result)
    {
        Interlocked.Increment(ref _completed);
        if (result.Status is ConversionStatus.Failed or ConversionStatus.TimedOut)
        {
            Interlocked.Increment(ref _failed);
        }
        else if (result.Status == ConversionStatus.Converted)
        {
            Interlocked.Add(ref _inputBytes, result.InputBytes);
        }
    }

    public void Scaled(ScalingDecision decision)
    {
    }

    public void Noticed(Diagnostic diagnostic) => _notices.Enqueue(diagnostic);

    public bool TryTakeNotice([NotNullWhen(true)] out Diagnostic? notice) => _notices.TryDequeue(out notice);

    public BatchProgress Snapshot() => new()
    {
        Completed = Volatile.Read(ref _completed),
        Failed = Volatile.Read(ref _failed),
        Total = Volatile.Read(ref _total) is >= 0 and var total ? total : null,
        InputBytes = Volatile.Read(ref _inputBytes),
        CurrentFile = Volatile.Read(ref _currentFile),
        Elapsed = time.GetElapsedTime(_started),
    };
}
