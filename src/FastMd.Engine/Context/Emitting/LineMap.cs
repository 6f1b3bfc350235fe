using System.Globalization;
using System.Text;
using FastMd.Engine.Context.Writing;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Context.Emitting;

/// <summary>Which line of the source a line of the output is from: pairs of both, wherever the distance between them changes.</summary>
internal sealed class LineMap
{
    private readonly List<(int Line, int Source)> _pairs;

    private LineMap(List<(int Line, int Source)> pairs) => _pairs = pairs;

    /// <summary>The map of a document.</summary>
    /// <param name="places">Where its blocks begin.</param>
    /// <param name="source">The source.</param>
    public static LineMap Of(IReadOnlyList<LinePair> places, string source)
    {
        var lines = new SourceLines(source);
        var pairs = new List<(int Line, int Source)>();
        var last = 0;
        foreach (var place in places)
        {
            var line = lines.At(place.Offset).Line;

            // What is moved, such as a title, stays out: lines only go forward.
            if (line < last || (pairs.Count > 0 && place.Line - pairs[^1].Line == line - pairs[^1].Source))
            {
                last = Math.Max(last, line);
                continue;
            }

            if (pairs.Count > 0 && pairs[^1].Line == place.Line)
            {
                continue;
            }

            pairs.Add((place.Line, line));
            last = line;
        }

        return new(pairs);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static LineMap Parse(string text)
    {
        var pairs = new List<(int Line, int Source)>();
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(':');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var line) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var source))
            {
                pairs.Add((line, source));
            }
        }

        return new(pairs);
    }

    /// <summary>The line of the source that a line of the output is from, both from 1.</summary>
    public int SourceOf(int line)
    {
        var source = line;
        var next = int.MaxValue;
        foreach (var (at, from) in _pairs)
        {
            if (at > line)
            {
                next = from;
                break;
            }

            source = from + (line - at);
        }

        // A block may have become longer than it is in the source.
        return Math.Max(1, Math.Min(source, next - 1));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (line, source) in _pairs)
        {
            text.Append(text.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{line}:{source}");
        }

        return text.ToString();
    }
}
