using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Reports.Recording;

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
