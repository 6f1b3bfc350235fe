using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Autolinks;

/// <summary>How far a link goes that is written as it is, by the rules of GitHub Flavored Markdown.</summary>
internal static class AutolinkText
{
    /// <summary>
    /// Names in the domain name system end at 253 characters. Looking no further keeps text of many near-links from costing the
    /// square of its length.
    /// </summary>
    public const int MaximumHostLength = 255;

    /// <summary>The length of the link at the start of a text; 0 where there is none.</summary>
    /// <param name="text">The text from the link's first character.</param>
    /// <param name="hostStart">Where the host's name begins.</param>
    /// <param name="needsDot">Whether the host's name must have a dot.</param>
    public static int Length(ReadOnlySpan<char> text, int hostStart, bool needsDot)
    {
        var hostLength = HostLength(text[hostStart..], needsDot);
        if (hostLength == 0)
        {
            return 0;
        }

        var end = hostStart + hostLength;
        while (end < text.Length && text[end] != '<' && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return WithoutTrailingPunctuation(text[..end]);
    }

    /// <summary>What remains of a link when the punctuation that belongs to the sentence around it is taken off.</summary>
    public static int WithoutTrailingPunctuation(ReadOnlySpan<char> link)
    {
        var unopened = link.Count(')') - link.Count('(');
        var end = link.Length;
        while (end > 0)
        {
            switch (link[end - 1])
            {
                case ')' when unopened > 0:
                    unopened--;
                    end--;
                    break;
                case '?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '\'' or '"':
                    end--;
                    break;
                case ';':
                    end = BeforeEntity(link[..(end - 1)]);
                    break;
                default:
                    return end;
            }
        }

        return end;
    }

    public static LinkInline Link(InlineProcessor processor, string source, int start, int length, string prefix)
    {
        var link = new LinkInline
        {
            Url = string.Concat(prefix, source.AsSpan(start, length)),
            Span = new(processor.GetSourcePosition(start), processor.GetSourcePosition(start + length - 1)),
            IsAutoLink = true,
            IsClosed = true,
        };
        link.AppendChild(new LiteralInline { Content = new StringSlice(source, start, start + length - 1), IsClosed = true });
        return link;
    }

    private static int BeforeEntity(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return start > 0 && start < text.Length && text[start - 1] == '&' ? start - 1 : text.Length;
    }

    private static int HostLength(ReadOnlySpan<char> text, bool needsDot)
    {
        var dots = 0;
        var underscoresBeforeLastDot = 0;
        var underscores = 0;
        var length = 0;
        for (; length < text.Length && IsHostCharacter(text[length]); length++)
        {
            if (length == MaximumHostLength)
            {
                return 0;
            }

            if (text[length] == '_')
            {
                underscores++;
            }
            else if (text[length] == '.')
            {
                dots++;
                underscoresBeforeLastDot = underscores;
                underscores = 0;
            }
        }

        var isHost = length > 0 && text[0] is not ('.' or '-' or '_')
            && underscores == 0 && underscoresBeforeLastDot == 0 && (dots > 0 || !needsDot);
        return isHost ? length : 0;
    }

    private static bool IsHostCharacter(char character)
        => character is '.' or '-' or '_'
            || !(character.IsAsciiPunctuation() || char.IsWhiteSpace(character) || char.IsPunctuation(character));
}
