using System.Buffers;
using System.Text;

namespace FastMd.Engine.Context.Writing;

/// <summary>What text has around it, as far as that decides what of it would be read as markup.</summary>
internal readonly record struct TextPlace
{
    /// <summary>Whether it is in a cell of a table.</summary>
    public bool IsInCell { get; init; }

    /// <summary>Whether it is in a heading, or anything else that is one line.</summary>
    public bool IsOneLine { get; init; }

    /// <summary>Whether it is in the brackets of a link.</summary>
    public bool IsInBrackets { get; init; }

    /// <summary>Whether there are footnotes in the document.</summary>
    public bool HasFootnotes { get; init; }

    /// <summary>Whether there are tildes in more than one place of the block.</summary>
    public bool HasTildes { get; init; }

    /// <summary>Whether it follows an address that is a link as it is: a backslash would be part of that.</summary>
    public bool IsBehindAddress { get; init; }

    /// <summary>The mark that would be read at the block's beginning.</summary>
    public FirstMark FirstMark { get; init; }
}

/// <summary>What a first paragraph may begin with that is no text.</summary>
internal enum FirstMark
{
    None,

    /// <summary>The box of a task.</summary>
    Task,

    /// <summary>The kind of an alert.</summary>
    Alert,
}

/// <summary>Writes text so that it is read as the same text, with as few escapes as that takes.</summary>
/// <param name="output">Receives it: all of a block's text, so that its beginning is the block's.</param>
internal readonly struct TextEscapes(StringBuilder output)
{
    // What may be markup elsewhere than at the beginning of a line.
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_~[]!<&$|\n\r\u00A0");
    private static readonly SearchValues<char> MarkupInHeading = SearchValues.Create("\\`*_~[]!<&$|\n\r\u00A0#");

    // Names of entities are shorter.
    private const int LongestReference = 33;

    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>Writes text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="escaped">Which of its characters the author escaped, by their offsets in order.</param>
    /// <param name="after">The character that follows; NUL at the block's end.</param>
    /// <param name="place">What is around it.</param>
    public void Write(string text, IReadOnlyList<int> escaped, char after, TextPlace place)
    {
        var mayHaveAddresses = text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal);
        var nextEscape = 0;
        var mayPass = escaped.Count == 0 && !mayHaveAddresses && !place.IsBehindAddress && !place.IsInBrackets;
        for (var i = 0; i < text.Length; i++)
        {
            if (mayPass && !IsAtLineStart && !IsBehindNumber(text[i]))
            {
                var rest = text.AsSpan(i);
                var length = rest.IndexOfAny(place.IsOneLine ? MarkupInHeading : Markup) is >= 0 and var found ? found : rest.Length;
                output.Append(rest[..length]);
                i += length;
                if (i == text.Length)
                {
                    break;
                }
            }

            while (nextEscape < escaped.Count && escaped[nextEscape] < i)
            {
                nextEscape++;
            }

            var isEscaped = nextEscape < escaped.Count && escaped[nextEscape] == i;
            if (mayHaveAddresses && !place.IsInBrackets && AddressLength(text, i) is > 0 and var address
                && !(nextEscape < escaped.Count && escaped[nextEscape] < i + address))
            {
                // A backslash in it would be part of the address.
                output.Append(text, i, address);
                i += address - 1;
                continue;
            }

            if (text[i] is '*' or '_' or '~')
            {
                i += WriteRun(text, i, after, place) - 1;
            }
            else
            {
                WriteCharacter(text, i, isEscaped, after, place);
            }
        }

        if (mayPass && after == '\0')
        {
            TrimEnd();
        }
    }

    private void TrimEnd()
    {
        while (output.Length > 0 && output[^1] is ' ' or '\t')
        {
            output.Length--;
        }
    }

    /// <summary>
    /// Writes a run of marks of emphasis, which are markup together or not at all; the first alone may begin a line that is something else. What is
    /// around a run is looked at once.
    /// </summary>
    /// <returns>Its length.</returns>
    private int WriteRun(string text, int i, char after, TextPlace place)
    {
        var mark = text[i];
        var length = RunLength(text, i);
        var before = i > 0 ? text[i - 1] : output.Length > 0 ? output[^1] : '\0';
        var behind = i + length < text.Length ? text[i + length] : after;
        var isApart = (before == '\0' || char.IsWhiteSpace(before)) && (behind == '\0' || char.IsWhiteSpace(behind));
        var mayBegin = IsAtLineStart && !place.IsOneLine && !place.IsInCell;
        var isRule = mark == '_' && IsAtLineStart && IsLineOf(text, i, "_ \t", after);
        var isMarkup = !isApart && !isRule && mark switch
        {
            '_' => (IsAtLineStart || !EndsLine(text, i + length, after)) && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(behind)),
            '~' => place.HasTildes,
            _ => true,
        };
        var beginsLine = isRule || (mayBegin && (mark == '*' || (mark == '~' && length >= 3)));
        for (var at = 0; at < length; at++)
        {
            var isEscaped = (isMarkup || (at == 0 && beginsLine)) && !(i + at == 0 && place.IsBehindAddress);
            output.Append(isEscaped ? "\\" : "").Append(mark);
        }

        return length;
    }

    private static bool EndsLine(string text, int i, char after)
    {
        var rest = text.AsSpan(i);
        return rest.IndexOfAnyExcept(" \t") is >= 0 and var end ? rest[end] == '\n' : after is '\0' or '\n';
    }

    private void WriteCharacter(string text, int i, bool isEscaped, char after, TextPlace place)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : after;
        switch (c)
        {
            case '\n' or '\r' when isEscaped:
                output.Append(c == '\n' ? "&#10;" : "&#13;");
                return;
            case '\n':
                TrimEnd();
                if (IsAtLineStart)
                {
                    // A blank line would end the block.
                    return;
                }

                output.Append(place.IsInCell || place.IsOneLine ? ' ' : '\n');
                return;
            case ' ' or '\t' when IsAtLineStart || next is '\n' or '\0':
                // There it would be dropped.
                output.Append(isEscaped ? c == ' ' ? "&#32;" : "&#9;" : "");
                return;
            case '\u00A0':
                output.Append("&nbsp;");
                return;
        }

        if (!(i == 0 && place.IsBehindAddress) && IsMarkup(text, i, c, next, isEscaped, after, place))
        {
            output.Append('\\');
        }

        output.Append(c);
    }

    private bool IsAtStart => output.Length == 0;

    private bool IsAtLineStart => output.Length == 0 || output[^1] == '\n';

    private bool IsMarkup(string text, int i, char c, char next, bool isEscaped, char after, TextPlace place)
    {
        // In headings and cells no line begins.
        var mayBegin = IsAtLineStart && !place.IsOneLine && !place.IsInCell;
        switch (c)
        {
            case '\\':
                return next is '\n' || Punctuation.Contains(next, StringComparison.Ordinal);
            case '`':
                return true;
            case '[':
                return place.IsInBrackets || (next == '^' && place.HasFootnotes) || (IsAtStart && (IsLabel(text, i) || IsMark(text, i, place.FirstMark)));
            case ']':
                return place.IsInBrackets || next == '(';
            case '!':
                return next == '[' && i + 1 == text.Length;
            case '<':
                return char.IsAsciiLetter(next) || next is '/' or '!' or '?';
            case '&':
                return IsReference(text.AsSpan(i));
            case '$':
                return isEscaped;
            case '|':
                return place.IsInCell || IsDelimiterRow(text, i, after);
            case ':' or '.':
                return isEscaped && IsInAddress(text, i) || (c == '.' && IsListNumber(text, i, next, place)) || (c == ':' && mayBegin && (text.AsSpan(i).StartsWith(":::") || IsDelimiterRow(text, i, after)));
            case ')':
                return IsListNumber(text, i, next, place);
            case '#':
                return place is { IsOneLine: true, IsInCell: false } ? IsClosingHashes(text, i, after) : mayBegin && IsHashes(text, i, after);
            case '>':
                return mayBegin;
            case '+':
                return mayBegin && IsSpaceOrEnd(next);
            case '-':
                return mayBegin && (IsSpaceOrEnd(next) || IsLineOf(text, i, "- \t", after) || IsDelimiterRow(text, i, after));
            case '=':
                return mayBegin && IsLineOf(text, i, "= \t", after);
            case '/':
                // What begins a block of MkDocs with an indented one is none where nothing indented follows, as nothing does here.
                return isEscaped && mayBegin;
            default:
                return false;
        }
    }

    private static int RunLength(string text, int i)
    {
        var rest = text.AsSpan(i);
        return rest.IndexOfAnyExcept(text[i]) is >= 0 and var length ? length : rest.Length;
    }

    private static ReadOnlySpan<char> LineAt(string text, int i, char after, out bool isWhole)
    {
        var rest = text.AsSpan(i);
        var end = rest.IndexOf('\n');
        isWhole = end >= 0 || after is '\0' or '\n';
        return end >= 0 ? rest[..end] : rest;
    }

    private static bool IsLineOf(string text, int i, string characters, char after)
        => LineAt(text, i, after, out var isWhole) is var line && isWhole && !line.ContainsAnyExcept(characters);

    // Under a line that may be the head of a table.
    private bool IsDelimiterRow(string text, int i, char after)
        => IsAtLineStart && !IsAtStart && LineAt(text, i, after, out var isWhole) is var line && isWhole && line.Contains('-') && !line.ContainsAnyExcept("|:- \t");

    /// <summary>Whether what comes next may make the mark of a list of the digits that a line begins with.</summary>
    private bool IsBehindNumber(char next)
    {
        if (next is not ('.' or ')') && !char.IsAsciiDigit(next))
        {
            return false;
        }

        var digits = 0;
        while (digits < output.Length && digits < 10 && char.IsAsciiDigit(output[^(digits + 1)]))
        {
            digits++;
        }

        return digits is > 0 and < 10 && (digits == output.Length || output[^(digits + 1)] == '\n');
    }

    private static bool IsSpaceOrEnd(char c) => c is ' ' or '\t' or '\n' or '\0';

    private static bool IsHashes(string text, int i, char after)
    {
        var length = RunLength(text, i);
        return length <= 6 && IsSpaceOrEnd(i + length < text.Length ? text[i + length] : after);
    }

    /// <summary>Whether a number sign begins what closes a heading.</summary>
    private bool IsClosingHashes(string text, int i, char after)
        => after == '\0' && !text.AsSpan(i).ContainsAnyExcept("# \t") && (output.Length == 0 || output[^1] is ' ' or '\t');

    private bool IsListNumber(string text, int i, char next, TextPlace place)
    {
        if (place.IsOneLine || place.IsInCell || next is not (' ' or '\t' or '\n' or '\0'))
        {
            return false;
        }

        var digits = 0;
        while (digits < output.Length && char.IsAsciiDigit(output[^(digits + 1)]))
        {
            digits++;
        }

        return digits is > 0 and < 10 && (digits == output.Length || output[^(digits + 1)] == '\n');
    }

    // One that is closed behind a mark may be a label, too.
    private static bool IsLabel(string text, int i)
        => text.AsSpan(i).IndexOf(']') is var end && (end < 0 || (end > 1 && i + end + 1 < text.Length && text[i + end + 1] == ':'));

    private static bool IsMark(string text, int i, FirstMark mark) => mark switch
    {
        FirstMark.Task => text.AsSpan(i) is ['[', ' ' or 'x' or 'X', ']', ..],
        FirstMark.Alert => text.AsSpan(i) is ['[', '!', ..],
        _ => false,
    };

    /// <summary>Whether a text begins with what is read as a character reference.</summary>
    public static bool IsReference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (end < 2)
        {
            return false;
        }

        var name = text[1..end];
        return name[0] == '#'
            ? name.Length > 1 && (char.IsAsciiDigit(name[1]) || (name[1] is 'x' or 'X' && name.Length > 2))
            : !name.ContainsAnyExcept(AsciiLettersAndDigits);
    }

    private static readonly SearchValues<char> AsciiLettersAndDigits =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Length of the address that is read as a link wherever it stands; 0 where there is none at this place.</summary>
    private int AddressLength(string text, int i)
    {
        if (text[i] is not ('h' or 'H' or 'w' or 'W' or 'f' or 'F') || !IsAddress(text.AsSpan(i)))
        {
            return 0;
        }

        var before = i > 0 ? text[i - 1] : output.Length > 0 ? output[^1] : '\n';
        if (char.IsLetterOrDigit(before))
        {
            return 0;
        }

        var rest = text.AsSpan(i);
        var length = rest.IndexOfAny(" \t\n<") is >= 0 and var end ? end : rest.Length;
        return rest[..length].TrimEnd("?!.,:*_~'\")&;`").Length;
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
        => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("www.") || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);

    private static bool IsInAddress(string text, int i)
        => (text[i] == ':' && text.AsSpan(i).StartsWith("://")) || (text[i] == '.' && i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
}
