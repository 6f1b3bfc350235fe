using Markdig.Extensions.Alerts;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>
/// Makes a quote at the top level that begins with a line of its kind, and holds more, one of the five alerts GitHub knows; any other word in
/// its place stays a quote's text. Markdig looks for each such quote among all blocks; here it is looked for after the one before.
/// </summary>
internal sealed class GitHubAlertParser : InlineParser
{
    public GitHubAlertParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!'
            || processor.Block is not ParagraphBlock { Inline.FirstChild: null, Parent: QuoteBlock { Parent: MarkdownDocument document } quote }
            || quote is AlertBlock
            || quote[0] != processor.Block
            || KindOf(slice.AsSpan(), out var length) is not { } kind
            || (length == slice.Length && quote.Count == 1))
        {
            return false;
        }

        var alert = new AlertBlock(new(slice.Text, slice.Start + "[!".Length, slice.Start + "[!".Length + kind.Length - 1))
        {
            Span = quote.Span,
            Line = quote.Line,
            Column = quote.Column,
        };
        var attributes = alert.GetAttributes();
        attributes.AddClass(AlertMarkup.Class);
        attributes.AddClass($"{AlertMarkup.Class}-{kind}");
        quote.TransferChildrenTo(alert);
        var context = ParseContext.Of(processor);
        while (document[context.LastAlert] != quote)
        {
            context.LastAlert++;
        }

        document[context.LastAlert] = alert;
        processor.ReplaceParentContainer(quote, alert);
        slice.Start += length;
        return true;
    }

    /// <summary>The kind of alert that a line names, in small letters; null where it names none.</summary>
    /// <param name="text">The text from the line on.</param>
    /// <param name="length">How long the line is, its end included.</param>
    private static string? KindOf(ReadOnlySpan<char> text, out int length)
    {
        var end = text.IndexOfAny('\r', '\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd(" \t");
        length = end < 0 ? text.Length : end + (text[end..].StartsWith("\r\n") ? 2 : 1);
        return line is [_, _, .. var word, ']'] ? AlertMarkup.KindOf(word) : null;
    }
}

/// <summary>Writes alerts.</summary>
internal sealed class GitHubAlertRenderer : AlertBlockRenderer
{
    /// <summary>Where the line of its kind was all of the first paragraph, nothing is left of that.</summary>
    public static void TakeEmptyParagraph(AlertBlock alert)
    {
        if (alert[0] is ParagraphBlock { Inline.FirstChild: null })
        {
            alert.RemoveAt(0);
        }
    }

    protected override void Write(HtmlRenderer renderer, AlertBlock alert)
    {
        TakeEmptyParagraph(alert);
        base.Write(renderer, alert);
    }
}
