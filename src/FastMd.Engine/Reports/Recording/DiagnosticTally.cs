using FastMd.Engine.Documents;

namespace FastMd.Engine.Reports.Recording;

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
