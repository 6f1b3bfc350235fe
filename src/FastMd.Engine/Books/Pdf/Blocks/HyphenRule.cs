namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Decides what becomes of the end of a line: a space, or, of a word that is broken there, nothing.</summary>
/// <param name="words">Words that the document has in the middle of lines, in small letters; those with hyphens as well.</param>
/// <param name="keeps">Whether broken words are left as they are.</param>
internal sealed class HyphenRule(IReadOnlySet<string> words, bool keeps)
{
    /// <summary>The text before the end of a line, as it is joined with what follows.</summary>
    /// <param name="before">The text before it.</param>
    /// <param name="after">The text after it.</param>
    public string Join(string before, string after)
    {
        var last = before.Length > 0 ? before[^1] : ' ';
        if (last is ' ' or '\n')
        {
            return before;
        }

        if (last is not ('-' or '\u2010' or '\u00AD') || before.Length < 2 || after.Length == 0 || !char.IsLetterOrDigit(before[^2]))
        {
            return IsUnspaced(last) && after.Length > 0 && IsUnspaced(after[0]) ? before : before + " ";
        }

        if (keeps)
        {
            return before + "\n";
        }

        if (last == '\u00AD')
        {
            return before[..^1];
        }

        var isBroken = char.IsLetter(before[^2]) && char.IsLower(after[0]) && !IsKnownWithHyphen(before, after);
        return isBroken ? before[..^1] : before;
    }

    // Chinese and Japanese are written without spaces.
    private static bool IsUnspaced(char c) => c is >= '\u2E80' and <= '\u312F' or >= '\u3190' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60';

    private bool IsKnownWithHyphen(string before, string after)
    {
        var begin = before.Length - 1;
        while (begin > 0 && (char.IsLetterOrDigit(before[begin - 1]) || before[begin - 1] == '-'))
        {
            begin--;
        }

        var end = 0;
        while (end < after.Length && (char.IsLetterOrDigit(after[end]) || after[end] == '-'))
        {
            end++;
        }

        var first = before[begin..^1];
        var second = after[..end].TrimEnd('-');
        if (words.Contains(string.Concat(first, second).ToLowerInvariant()))
        {
            return false;
        }

        // Capitals within, and words that have hyphens elsewhere, are no broken ones.
        return words.Contains($"{first}-{second}".ToLowerInvariant()) || first.AsSpan(1).ContainsAnyInRange('A', 'Z');
    }
}
