using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>
/// The id that an author chose for a heading, at the end of it: <c>{#setup}</c>; in MDX, where braces are JavaScript, also
/// <c>{/* #setup */}</c> and <c>\{#setup}</c>.
/// </summary>
internal static class CustomHeadingId
{
    private static readonly SearchValues<char> NotInIds = SearchValues.Create(" \t\"'<>&={}");
    private static readonly object Key = new();

    /// <summary>The id; null where the author chose none.</summary>
    public static string? Of(HeadingBlock heading) => (string?)heading.GetData(Key);

    /// <summary>Takes ids out of the text of headings that parsers of a pipeline close.</summary>
    /// <param name="pipeline">The parsers.</param>
    /// <param name="isMdx">Whether braces are JavaScript.</param>
    public static void TakeIn(OrderedList<BlockParser> pipeline, bool isMdx)
    {
        pipeline.Find<HeadingBlockParser>()!.Closed += (_, block) => Take((HeadingBlock)block, isMdx);
        pipeline.Find<FoldingParagraphParser>()!.HeadingClosed += heading => Take(heading, isMdx);
    }

    private static void Take(HeadingBlock heading, bool isMdx)
    {
        if (heading.Lines.Count == 0)
        {
            return;
        }

        ref var line = ref heading.Lines.Lines[heading.Lines.Count - 1].Slice;
        var text = line.AsSpan().TrimEnd(" \t");
        if (text.LastIndexOf('{') is >= 0 and var open && text[^1] == '}' && IdIn(text[(open + 1)..^1].Trim(), isMdx) is { Length: > 0 } id)
        {
            var isEscaped = open > 0 && text[open - 1] == '\\';
            if (isEscaped && !isMdx)
            {
                return;
            }

            line.End = line.Start + text[..(isEscaped ? open - 1 : open)].TrimEnd(" \t").Length - 1;
            heading.SetData(Key, id);
        }
    }

    private static string? IdIn(ReadOnlySpan<char> text, bool isMdx)
    {
        if (isMdx && text.StartsWith("/*") && text.EndsWith("*/") && text.Length >= "/**/".Length)
        {
            text = text[2..^2].Trim();
        }

        return text is ['#', .. var id] && !id.ContainsAny(NotInIds) ? id.ToString() : null;
    }
}
