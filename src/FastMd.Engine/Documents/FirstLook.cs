using System.Numerics;
using System.Runtime.InteropServices;

namespace FastMd.Engine.Documents;

/// <summary>
/// What a first look at a text tells of it: how much there is of what becomes nodes of a tree. One pass, many characters at a time: it costs
/// next to nothing beside the conversion.
/// </summary>
/// <param name="Characters">Characters in all.</param>
/// <param name="Lines">Line ends.</param>
/// <param name="Pipes">Characters that may divide cells.</param>
/// <param name="Markers">Characters that may begin a heading, a quote or an item of a list: several on a line may nest.</param>
/// <param name="Marks">Characters that may mark text up, pipes among them.</param>
/// <param name="Signs">Punctuation of ASCII, marks among it.</param>
internal readonly record struct FirstLook(long Characters, long Lines, long Pipes, long Markers, long Marks, long Signs)
{
    // So many vectors at most before a counter of sixteen bits overflows.
    private const int MostVectors = ushort.MaxValue;

    /// <summary>Looks.</summary>
    public static FirstLook At(string text)
    {
        var seen = default(FirstLook) with { Characters = text.Length };
        var rest = MemoryMarshal.Cast<char, ushort>(text.AsSpan());
        while (rest.Length > Vector<ushort>.Count)
        {
            var length = Math.Min(MostVectors, (rest.Length - 1) / Vector<ushort>.Count) * Vector<ushort>.Count;
            seen = seen.With(rest[..(length + 1)]);
            rest = rest[length..];
        }

        // What is left is looked at once more with nothing behind it, which is the end of a line to a marker.
        Span<ushort> last = stackalloc ushort[Vector<ushort>.Count + 1];
        last.Clear();
        rest.CopyTo(last);
        last[rest.Length] = rest.Length > 0 ? '\n' : '\0';
        return seen.With(last) is var all && rest.Length > 0 && rest.Length < Vector<ushort>.Count ? all with { Lines = all.Lines - 1 } : all;
    }

    private FirstLook With(ReadOnlySpan<ushort> text)
    {
        Vector<ushort> lines = default, pipes = default, markers = default, marks = default, signs = default;
        for (var i = 0; i + Vector<ushort>.Count < text.Length; i += Vector<ushort>.Count)
        {
            var here = new Vector<ushort>(text[i..]);
            var next = new Vector<ushort>(text[(i + 1)..]);
            var isFeedNext = Is(next, '\n');
            var isBlankNext = isFeedNext | Is(next, ' ') | Is(next, '\t') | Is(next, '\r');
            var isPoint = Is(here, '.');
            var isStar = Is(here, '*');
            var isQuote = Is(here, '>');
            var isMark = isPoint | isStar | isQuote | Is(here, '<') | Is(here, '&') | Is(here, ':') | Is(here, '@')
                | Between(here, '[', '`') | Between(here, '{', '~');

            // What is true has all bits set, which is minus one.
            lines -= Is(here, '\n') | Vector.AndNot(Is(here, '\r'), isFeedNext);
            pipes -= Is(here, '|');
            markers -= isQuote | (isBlankNext & (isPoint | isStar | Is(here, '-') | Is(here, '+') | Is(here, ')') | Is(here, '#')));
            marks -= isMark;
            signs -= isMark | Between(here, '!', '/') | Between(here, ':', '@');
        }

        return this with
        {
            Lines = Lines + Sum(lines),
            Pipes = Pipes + Sum(pipes),
            Markers = Markers + Sum(markers),
            Marks = Marks + Sum(marks),
            Signs = Signs + Sum(signs),
        };
    }

    private static Vector<ushort> Is(Vector<ushort> values, char value) => Vector.Equals(values, new(value));

    private static Vector<ushort> Between(Vector<ushort> values, char first, char last)
        => Vector.LessThanOrEqual(values - new Vector<ushort>(first), new((ushort)(last - first)));

    private static long Sum(Vector<ushort> counts)
    {
        Vector.Widen(counts, out var low, out var high);
        return (long)Vector.Sum(low) + Vector.Sum(high);
    }
}
