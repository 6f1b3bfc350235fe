using System.Reflection;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Reports.Recording;

/// <summary>
/// Receives the events of a batch, from any thread, and makes a <see cref="BatchReport"/> of it, at the end or in between. Its memory
/// does not grow with the number of documents, and it holds on to no result.
/// </summary>
internal sealed class BatchRecorder
{
    private const int SlowestKept = 20;
    private const int FailuresKept = 200;
    private const int EndsKept = 200;
    private const int TimelinePoints = 600;

    // One lock for everything: the work under it takes a fraction of a microsecond, and the report is a consistent snapshot.
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _startedUtc;
    private readonly long _started;
    private readonly long[] _byStatus = new long[Enum.GetValues<ConversionStatus>().Length];
    private readonly TierTally[] _tiers = [.. Enum.GetValues<SizeTier>().Select(tier => new TierTally(tier))];
    private readonly DurationHistogram _queueWait = new();
    private readonly DiagnosticTally _diagnostics = new();
    private readonly FormatTally _formats = new();
    private readonly SmallestKeys<SlowDocument> _slowest = new(SlowestKept);
    private readonly SmallestKeys<Failure> _failures = new(FailuresKept);
    private readonly FirstAndLast<ScalingDecision> _scaling = new(EndsKept);
    private readonly FirstAndLast<Alert> _alerts = new(EndsKept);
    private readonly AllowedTime _allowed = new();
    private readonly Timeline _timeline = new(TimelinePoints);
    private StageTimes _stages;
    private long _outputBytes;
    private long _pages;
    private long _retried;
    private long _attempts;
    private long _mostResident;
    private TimeSpan? _elapsed;

    /// <summary>A recorder for a batch that begins now.</summary>
    /// <param name="time">The clock.</param>
    public BatchRecorder(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _startedUtc = time.GetUtcNow();
        _started = time.GetTimestamp();
    }

    private static string Version { get; } =
        typeof(BatchRecorder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>When the batch began, UTC.</summary>
    public DateTimeOffset Started => _startedUtc;

    /// <summary>A document has its outcome.</summary>
    /// <param name="result">The outcome.</param>
    /// <param name="tier">The document's size class.</param>
    public void Completed(ConversionResult result, SizeTier tier)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (_gate)
        {
            _byStatus[(int)result.Status]++;
            _tiers[(int)tier].Add(result);
            _diagnostics.Add(result.Diagnostics);
            _formats.Add(result);
            _stages += result.Stages;
            _attempts += result.Attempts;
            _retried += result.Attempts > 1 ? 1 : 0;
            if (result.Status == ConversionStatus.Converted)
            {
                _outputBytes += result.OutputBytes;
                _pages += result.Pages;
            }
            else if (result.Status is ConversionStatus.Failed or ConversionStatus.TimedOut && _failures.Wants(result.Index))
            {
                _failures.Add(result.Index, Failure.Of(result));
            }

            if (TierTally.WasTried(result))
            {
                _queueWait.Add(result.QueueWait);
                if (_slowest.Wants(-result.Duration.Ticks))
                {
                    _slowest.Add(
                        -result.Duration.Ticks,
                        new(result.SourcePath, result.Status, tier, result.InputBytes, result.Duration, result.Stages));
                }
            }
        }
    }

    /// <summary>The number of workers changed.</summary>
    public void Scaled(ScalingDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        lock (_gate)
        {
            _scaling.Add(decision);
            _allowed.Change(decision);
        }
    }

    /// <summary>How the batch stands, told again and again at an even pace, and once more at its end.</summary>
    public void Sample(BatchSample sample)
    {
        lock (_gate)
        {
            _timeline.Add(sample);
            _mostResident = Math.Max(_mostResident, sample.ResidentBytes);
        }
    }

    /// <summary>An alert was raised.</summary>
    /// <param name="name">Which alert.</param>
    /// <param name="message">What happened, for a person.</param>
    /// <param name="at">When, since the batch began.</param>
    public void Alerted(string name, string message, TimeSpan at)
    {
        lock (_gate)
        {
            _alerts.Add(new(name, message, at));
        }
    }

    /// <summary>The batch is over: its time stops, whenever the report is made.</summary>
    public void End()
    {
        lock (_gate)
        {
            _elapsed ??= _time.GetElapsedTime(_started);
        }
    }

    /// <summary>How long the slowest hundredth of documents takes at least; zero before the first.</summary>
    public TimeSpan SlowestHundredth()
    {
        lock (_gate)
        {
            return DurationHistogram.Sum(_tiers.Select(tier => tier.Durations)).ToDistribution().P99;
        }
    }

    /// <summary>The report so far.</summary>
    /// <param name="machine">What the recorder cannot see.</param>
    public BatchReport Build(MachineUse machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        lock (_gate)
        {
            var elapsed = _elapsed ?? _time.GetElapsedTime(_started);
            var documents = Documents();
            var inputBytes = _tiers.Sum(tier => tier.InputBytes);
            return new()
            {
                Started = _startedUtc,
                Elapsed = elapsed,
                Version = Version,
                Documents = documents,
                InputBytes = inputBytes,
                OutputBytes = _outputBytes,
                Pages = _pages,
                Throughput = Throughput.Of(documents.Converted, _pages, inputBytes, elapsed),
                Latency = DurationHistogram.Sum(_tiers.Select(tier => tier.Durations)).ToDistribution(),
                QueueWait = _queueWait.ToDistribution(),
                Stages = _stages,
                Tiers = [.. _tiers.Where(tier => tier.Documents > 0).Select(tier => tier.ToSummary())],
                Workers = new(
                    machine.WorkersAtStart,
                    machine.WorkersMost,
                    machine.WorkerBusyTime,
                    _allowed.Until(elapsed, machine.WorkersAtStart),
                    _timeline.Utilisation),
                Diagnostics = _diagnostics.ToCounts(documents.Total),
                Formats = _formats.ToSummaries(),
                Retries = new(_retried, _attempts),
                Scaling = _scaling.ToExcerpt(),
                Alerts = _alerts.ToExcerpt(),
                Caches = machine.Caches,
                PeakResidentBytes = Math.Max(machine.PeakResidentBytes, _mostResident),
                Slowest = _slowest.ToList(),
                Failures = new(documents.Failed + documents.TimedOut, _failures.ToList()),
                Timeline = _timeline.ToPoints(),
            };
        }
    }

    private DocumentCounts Documents() => new(
        _byStatus[(int)ConversionStatus.Converted],
        _byStatus[(int)ConversionStatus.Unchanged],
        _byStatus[(int)ConversionStatus.Failed],
        _byStatus[(int)ConversionStatus.TimedOut],
        _byStatus[(int)ConversionStatus.Cancelled]);
}
