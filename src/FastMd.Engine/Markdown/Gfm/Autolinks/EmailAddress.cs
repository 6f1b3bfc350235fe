namespace FastMd.Engine.Markdown.Gfm.Autolinks;

/// <summary>Finds the e-mail address around an at sign, by the rules of GitHub Flavored Markdown.</summary>
internal static class EmailAddress
{
    private const string Xmpp = "xmpp:";

    /// <summary>Finds it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the address may begin at the earliest.</param>
    /// <param name="at">Where the at sign stands.</param>
    /// <param name="start">Where the address begins, a scheme before it included.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="prefix">What its link has that the text has not.</param>
    public static bool TryFind(ReadOnlySpan<char> text, int from, int at, out int start, out int length, out string prefix)
    {
        start = LocalStart(text, from, at);
        length = 0;
        prefix = "mailto:";
        var isXmpp = false;
        while (start < at && SchemeBefore(text[from..start]) is { Length: > 0 } scheme)
        {
            // What may stand in an address may also stand before its scheme.
            start = LocalStart(text, from, start - scheme.Length);
            prefix = "";
            isXmpp |= scheme == Xmpp;
        }

        // A second at sign makes the whole no address.
        if (start == at || DomainEnd(text, at + 1, isXmpp) is not (> 0 and var end) || (end < text.Length && text[end] == '@'))
        {
            return false;
        }

        length = end - start;
        return true;
    }

    /// <summary>Where the domain of an address ends; 0 where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the domain begins.</param>
    /// <param name="hasResource">Whether there may be slashes in it, as after <c>xmpp:</c>.</param>
    public static int DomainEnd(ReadOnlySpan<char> text, int start, bool hasResource = false)
    {
        var hasDot = false;
        var end = start;
        for (; end < text.Length; end++)
        {
            if (text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))
            {
                hasDot = true;
            }
            else if (!char.IsAsciiLetterOrDigit(text[end]) && text[end] is not ('-' or '_') && !(hasResource && text[end] == '/'))
            {
                break;
            }
        }

        return hasDot && char.IsAsciiLetter(text[end - 1]) ? end : 0;
    }

    /// <summary>Whether a character may stand before the at sign.</summary>
    public static bool IsLocal(char character)
        => char.IsAsciiLetterOrDigit(character) || character is '.' or '+' or '-' or '_';

    private static int LocalStart(ReadOnlySpan<char> text, int from, int end)
    {
        var start = end;
        while (start > from && IsLocal(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static string SchemeBefore(ReadOnlySpan<char> before)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["mailto:", Xmpp])
        {
            if (before.EndsWith(scheme, StringComparison.Ordinal)
                && (before.Length == scheme.Length || !char.IsAsciiLetterOrDigit(before[^(scheme.Length + 1)])))
            {
                return scheme;
            }
        }

        return "";
    }
}
