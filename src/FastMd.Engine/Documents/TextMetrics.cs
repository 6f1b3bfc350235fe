using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FastMd.Engine.Documents;

/// <summary>
/// Counts what becomes nodes of the syntax tree, to estimate the memory of a conversion. One vectorised pass, whose cost is negligible beside the
/// conversion.
/// </summary>
/// <param name="Characters">Characters in all.</param>
/// <param name="Lines">Line ends.</param>
/// <param name="Pipes">Characters that may divide cells.</param>
/// <param name="Markers">What may begin a heading, a quote, an item of a list or an address.</param>
/// <param name="Marks">Characters that may mark text up.</param>
/// <param name="Signs">Other punctuation of ASCII: marks in JavaScript, and text elsewhere.</param>
internal readonly record struct TextMetrics(long Characters, long Lines, long Pipes, long Markers, long Marks, long Signs)
{
    // So many vectors at most before a counter of sixteen bits overflows.
    private const int MostVectors = ushort.MaxValue;

    /// <summary>Counts.</summary>
    public static TextMetrics Of(string text)
    {
        var seen = default(TextMetrics) with { Characters = text.Length };
        var rest = MemoryMarshal.Cast<char, ushort>(text.AsSpan());
        while (rest.Length > Vector128<ushort>.Count)
        {
            var length = Math.Min(MostVectors, (rest.Length - 1) / Vector128<ushort>.Count) * Vector128<ushort>.Count;
            seen = seen.With(rest[..(length + 1)]);
            rest = rest[length..];
        }

        // What is left is looked at once more with nothing behind it, which is the end of a line to a marker.
        Span<ushort> last = stackalloc ushort[Vector128<ushort>.Count + 1];
        last.Clear();
        rest.CopyTo(last);
        last[rest.Length] = '\n';
        seen = seen.With(last);

        // The last place is only looked ahead at; before it, what was put behind the rest was counted.
        return rest.Length < Vector128<ushort>.Count ? seen with { Lines = seen.Lines - 1 } : seen;
    }

    private TextMetrics With(ReadOnlySpan<ushort> text)
    {
        Vector128<ushort> lines = default, pipes = default, markers = default, marks = default, signs = default;
        ref var first = ref MemoryMarshal.GetReference(text);
        for (var i = 0; i + Vector128<ushort>.Count < text.Length; i += Vector128<ushort>.Count)
        {
            var here = Vector128.LoadUnsafe(ref first, (nuint)i);
            var next = Vector128.LoadUnsafe(ref first, (nuint)i + 1);
            var isPipe = Is(here, '|');
            var isStar = Is(here, '*');
            var isPointed = Is(here, '>');
            var isHash = Is(here, '#');
            var isBullet = (Is(here, '-') | isStar | Is(here, '+') | isHash) & (Is(next, ' ') | Between(next, '\t', '\r'));
            var isQuote = isPointed & (Is(next, ' ') | Is(next, '>'));
            var isNumber = Between(here, '0', '9') & (Is(next, '.') | Is(next, ')'));
            var isAddress = Is(here, ']') & Is(next, '(');
            var isMark = isHash | Is(here, '&') | isStar | Is(here, '.') | Is(here, ':') | Is(here, '<') | isPointed | Is(here, '@')
                | Between(here, '[', '`') | Vector128.AndNot(Between(here, '{', '~'), isPipe);

            // What is true has all bits set, which is minus one.
            lines -= Is(here, '\n') | Vector128.AndNot(Is(here, '\r'), Is(next, '\n'));
            pipes -= isPipe;
            markers -= isBullet | isQuote | isNumber | isAddress;
            marks -= isMark;
            signs -= Vector128.AndNot(Between(here, '!', '/') | Between(here, ';', '?'), isMark);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Is(Vector128<ushort> values, char value) => Vector128.Equals(values, Vector128.Create((ushort)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Between(Vector128<ushort> values, char first, char last)
        => Vector128.LessThanOrEqual(values - Vector128.Create((ushort)first), Vector128.Create((ushort)(last - first)));

    private static long Sum(Vector128<ushort> counts)
    {
        var (low, high) = Vector128.Widen(counts);
        return (long)Vector128.Sum(low) + Vector128.Sum(high);
    }
}
