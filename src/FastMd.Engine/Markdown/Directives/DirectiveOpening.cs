using System.Text.RegularExpressions;
using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Directives;

/// <summary>The line that opens a directive: colons, a name, and then a title in brackets, attributes in braces, or a title behind a space.</summary>
/// <param name="Colons">How many colons there are.</param>
/// <param name="Name">The name, in small letters.</param>
/// <param name="Title">The title; empty where there is none.</param>
/// <param name="IsOpen">Whether the attributes say <c>open</c>.</param>
internal readonly partial record struct DirectiveOpening(int Colons, string Name, StringSlice Title, bool IsOpen)
{
    private const int FewestColons = 3;

    /// <summary>Reads a line; null where it opens no directive. It is read once from left to right, however long it is.</summary>
    public static DirectiveOpening? Read(StringSlice line)
    {
        var text = line.Text;
        var end = line.Start + line.AsSpan().TrimEnd(" \t").Length;
        var at = line.Start;
        while (at < end && text[at] == ':')
        {
            at++;
        }

        var colons = at - line.Start;
        var nameStart = AfterSpace(text, at, end);
        at = nameStart;
        while (at < end && (char.IsLetterOrDigit(text[at]) || (at > nameStart && text[at] is '_' or '-')))
        {
            at++;
        }

        if (colons < FewestColons || at == nameStart || !char.IsAsciiLetter(text[nameStart]))
        {
            return null;
        }

        var name = text[nameStart..at].ToLowerInvariant();
        var label = Enclosed(text, ref at, end, '[', ']');
        var attributes = Enclosed(text, ref at, end, '{', '}');
        var rest = AfterSpace(text, at, end);
        if (rest < end && (rest == at || text[rest] == ':' || text[end - 1] == ':'))
        {
            return null;
        }

        var title = FirstNotBlank(label, TitleOf(attributes), new(text, rest, end - 1));
        return new(colons, name, title, OpenFlag().IsMatch(attributes.ToString()));
    }

    private static int AfterSpace(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>What stands between brackets, or braces, that come next; brackets may nest once. Empty, and nothing is passed over, where none do.</summary>
    private static StringSlice Enclosed(string text, ref int at, int end, char open, char close)
    {
        var start = AfterSpace(text, at, end);
        if (start < end && text[start] == open)
        {
            var depth = 0;
            for (var i = start; i < end; i++)
            {
                if (text[i] == '\\' && open == '[')
                {
                    i++;
                }
                else if (text[i] == open && ++depth > (open == '[' ? 2 : 1))
                {
                    break;
                }
                else if (text[i] == close && --depth == 0)
                {
                    at = i + 1;
                    return new(text, start + 1, i - 1);
                }
            }
        }

        return StringSlice.Empty;
    }

    private static StringSlice TitleOf(StringSlice attributes)
        => TitleAttribute().Match(attributes.ToString()) is { Success: true } match && match.Groups["title"] is var title
            ? new(attributes.Text, attributes.Start + title.Index, attributes.Start + title.Index + title.Length - 1)
            : StringSlice.Empty;

    private static StringSlice FirstNotBlank(params ReadOnlySpan<StringSlice> titles)
    {
        foreach (var title in titles)
        {
            if (!title.AsSpan().IsWhiteSpace())
            {
                var trimmed = title;
                trimmed.Trim();
                return trimmed;
            }
        }

        return StringSlice.Empty;
    }

    [GeneratedRegex("""\btitle=["'](?<title>[^"']*)["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitleAttribute();

    [GeneratedRegex(@"\bopen\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenFlag();
}
