using System.Diagnostics;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Parallel.Measuring;

/// <summary>When a batch's documents begin and end.</summary>
internal sealed class Timeline : IBatchObserver
{
    private readonly object _gate = new();
    private long _first = long.MaxValue;
    private long _last;
    private TimeSpan _busy;
    private TimeSpan _longest;

    /// <summary>The sum of the documents' own times.</summary>
    public TimeSpan Busy => _busy;

    /// <summary>From the beginning of the first document to the end of the last.</summary>
    public TimeSpan Span => Stopwatch.GetElapsedTime(_first, _last);

    /// <summary>No schedule is shorter: the work shared evenly, or the longest document.</summary>
    public TimeSpan LowerBound(int workers) => _longest > _busy / workers ? _longest : _busy / workers;

    public void Started(PlannedDocument document, Attempt attempt)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _first = Math.Min(_first, now);
        }
    }

    public void Completed(PlannedDocument document, ConversionResult result)
    {
        if (result.Status != ConversionStatus.Converted)
        {
            throw new InvalidOperationException($"{result.SourcePath} was not converted: {result.Diagnostics[0].Message}");
        }

        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _last = Math.Max(_last, now);
            _busy += result.Duration;
            _longest = result.Duration > _longest ? result.Duration : _longest;
        }
    }

    public void Retrying(PlannedDocument document, Attempt attempt, Exception reason)
    {
    }

    public void Scaled(ScalingDecision decision)
    {
    }

    public void Noticed(Diagnostic diagnostic)
    {
    }
}
