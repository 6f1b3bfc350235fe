using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>The warnings of a document of a book: each once, and no more of a kind than anyone reads.</summary>
internal sealed class BookWarnings
{
    private const int MostOfKind = 100;

    private readonly List<Diagnostic> _all = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Adds a warning.</summary>
    public void Add(string code, string message)
    {
        var count = _counts.GetValueOrDefault(code);
        if (count >= MostOfKind)
        {
            _counts[code] = count + 1;
        }
        else if (_messages.Add(message))
        {
            _counts[code] = count + 1;
            _all.Add(Diagnostic.Warning(code, message));
        }
    }

    /// <summary>The warnings, and of those that are too many how many there are besides.</summary>
    public IReadOnlyList<Diagnostic> ToList()
        => [.. _all, .. _counts.Where(static each => each.Value > MostOfKind).Select(static each => Diagnostic.Warning(each.Key, string.Create(CultureInfo.InvariantCulture, $"There are {each.Value - MostOfKind} more warnings like those above.")))];
}
