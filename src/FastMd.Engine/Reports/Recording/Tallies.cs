using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Reports.Recording;

/// <summary>Counts the documents of one size class.</summary>
internal sealed class TierTally(SizeTier tier)
{
    private TimeSpan _time;

    public long Documents { get; private set; }

    public long InputBytes { get; private set; }

    public DurationHistogram Durations { get; } = new();

    /// <summary>Whether a document got as far as a worker: the durations of others are zero and say nothing.</summary>
    public static bool WasTried(ConversionResult result) => result.Attempts > 0 || result.Status == ConversionStatus.Converted;

    public void Add(ConversionResult result)
    {
        Documents++;
        if (result.Status == ConversionStatus.Converted)
        {
            InputBytes += result.InputBytes;
        }

        if (WasTried(result))
        {
            _time += result.Duration;
            Durations.Add(result.Duration);
        }
    }

    public TierSummary ToSummary() => new(tier, Documents, InputBytes, _time, Durations.Percentile(0.95));
}

/// <summary>Counts documents by extension. A tree may hold any number of them, so beyond some they are counted together.</summary>
internal sealed class FormatTally
{
    private const int MostFormats = 32;
    private const int LongestExtension = 16;

    // A handful at most in practice: walking them costs less than making a key of the path.
    private readonly List<Entry> _entries = [];
    private readonly Entry _other = new("other");

    public void Add(ConversionResult result)
    {
        var entry = EntryOf(Path.GetExtension(result.SourcePath.AsSpan()));
        entry.Documents++;
        if (result.Status is ConversionStatus.Failed or ConversionStatus.TimedOut)
        {
            entry.Failed++;
        }
    }

    public IReadOnlyList<FormatSummary> ToSummaries() =>
    [
        .. _entries
            .OrderByDescending(entry => entry.Documents)
            .ThenBy(entry => entry.Extension, StringComparer.Ordinal)
            .Append(_other)
            .Where(entry => entry.Documents > 0)
            .Select(entry => new FormatSummary(entry.Extension, entry.Documents, entry.Failed)),
    ];

    private static bool IsOrdinary(ReadOnlySpan<char> extension)
    {
        for (var i = 1; i < extension.Length; i++)
        {
            if (!char.IsLetterOrDigit(extension[i]))
            {
                return false;
            }
        }

        return extension.Length <= LongestExtension;
    }

    private Entry EntryOf(ReadOnlySpan<char> extension)
    {
        foreach (var entry in _entries)
        {
            if (extension.Equals(entry.Extension, StringComparison.OrdinalIgnoreCase))
            {
                return entry;
            }
        }

        if (_entries.Count == MostFormats || !IsOrdinary(extension))
        {
            return _other;
        }

        var added = new Entry(extension.ToString().ToLowerInvariant());
        _entries.Add(added);
        return added;
    }

    private sealed class Entry(string extension)
    {
        public string Extension { get; } = extension;

        public long Documents { get; set; }

        public long Failed { get; set; }
    }
}

/// <summary>Counts diagnostics by code. Codes come from the engine, so there are few.</summary>
internal sealed class DiagnosticTally
{
    private readonly Dictionary<string, Entry> _entries = [];
    private long _document;

    public void Add(IReadOnlyList<Diagnostic> diagnostics)
    {
        _document++;
        for (var i = 0; i < diagnostics.Count; i++)
        {
            Add(diagnostics[i]);
        }
    }

    public IReadOnlyList<DiagnosticCount> ToCounts(long documents) =>
    [
        .. _entries
            .OrderByDescending(entry => entry.Value.Severity)
            .ThenByDescending(entry => entry.Value.Documents)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new DiagnosticCount(
                entry.Key, entry.Value.Severity, entry.Value.Count, entry.Value.Documents, (double)entry.Value.Documents / documents)),
    ];

    private void Add(Diagnostic diagnostic)
    {
        if (!_entries.TryGetValue(diagnostic.Code, out var entry))
        {
            _entries.Add(diagnostic.Code, entry = new());
        }

        entry.Count++;
        if (diagnostic.Severity > entry.Severity)
        {
            entry.Severity = diagnostic.Severity;
        }

        if (entry.LastDocument != _document)
        {
            entry.LastDocument = _document;
            entry.Documents++;
        }
    }

    private sealed class Entry
    {
        public DiagnosticSeverity Severity { get; set; }

        public long Count { get; set; }

        public long Documents { get; set; }

        public long LastDocument { get; set; }
    }
}

/// <summary>Adds up how long how many workers were allowed.</summary>
internal sealed class AllowedTime
{
    private TimeSpan _sum;
    private TimeSpan _since;
    private double? _workers;

    public void Change(ScalingDecision decision)
    {
        _sum = Until(decision.At, decision.From);
        _since = decision.At;
        _workers = decision.To;
    }

    /// <summary>The sum up to a time since the batch began.</summary>
    /// <param name="end">That time.</param>
    /// <param name="workersAtStart">Workers there were if their number never changed.</param>
    public TimeSpan Until(TimeSpan end, double workersAtStart)
        => end > _since ? _sum + ((end - _since) * (_workers ?? workersAtStart)) : _sum;
}
