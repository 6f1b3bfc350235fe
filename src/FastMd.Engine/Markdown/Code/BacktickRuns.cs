using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Code;

/// <summary>Where the last row of backticks of each length stands in a text: none after it can end a code span that such a row begins.</summary>
internal sealed class BacktickRuns
{
    private readonly Dictionary<int, int> _lastByLength = [];

    /// <summary>The rows in a text.</summary>
    public BacktickRuns(StringSlice slice)
    {
        var rest = slice.AsSpan();
        var start = slice.Start;
        while (rest.IndexOf('`') is >= 0 and var at)
        {
            var length = LengthOf(rest[at..]);
            _lastByLength[length] = start + at;
            rest = rest[(at + length)..];
            start += at + length;
        }
    }

    /// <summary>Whether a row as long as the one that a text begins with comes after it.</summary>
    public bool HasEnd(StringSlice slice)
        => _lastByLength.TryGetValue(LengthOf(slice.AsSpan()), out var last) && last > slice.Start;

    /// <summary>The length of the row that a text begins with.</summary>
    public static int LengthOf(ReadOnlySpan<char> run) => run.IndexOfAnyExcept('`') is >= 0 and var end ? end : run.Length;
}
