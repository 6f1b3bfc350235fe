using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Lists;

/// <summary>What begins a list item.</summary>
/// <param name="Type">The bullet, or <c>1</c>.</param>
/// <param name="Delimiter">What stands after the number; NUL where there is none.</param>
/// <param name="Number">The number; null for a bullet.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="MayInterrupt">Whether an item that begins so may interrupt a paragraph.</param>
internal readonly record struct ListMarker(char Type, char Delimiter, string? Number, int Length, bool MayInterrupt)
{
    private const int MostDigits = 9;

    /// <summary>Whether an item that begins so is one of a list that is open.</summary>
    public bool Continues(ListBlock list) => list.BulletType == Type && list.OrderedDelimiter == Delimiter;

    /// <summary>The marker a line begins with; null where there is none.</summary>
    public static ListMarker? Read(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        if (digits > MostDigits || digits >= line.Length || (digits == 0 ? line[0] is not ('-' or '+' or '*') : line[digits] is not ('.' or ')')))
        {
            return null;
        }

        var rest = line[(digits + 1)..];
        if (!rest.IsEmpty && rest[0] is not (' ' or '\t'))
        {
            return null;
        }

        if (digits == 0)
        {
            return ThematicLine.Is(line) ? null : new(line[0], '\0', null, 1, !rest.Trim(" \t").IsEmpty);
        }

        var number = line[..digits];
        return new('1', line[digits], number.ToString(), digits + 1, number is "1" && !rest.Trim(" \t").IsEmpty);
    }
}
