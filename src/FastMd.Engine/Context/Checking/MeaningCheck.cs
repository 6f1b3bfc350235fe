using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;

namespace FastMd.Engine.Context.Checking;

/// <summary>Makes sure that what is written means what its document does.</summary>
internal static class MeaningCheck
{
    private static readonly MarkdownConverter Html = new(new(MarkdownFlavor.Gfm, Extensions: Formatter.Extensions));

    /// <summary>What is wrong with a text that a document became; null where nothing is.</summary>
    /// <param name="source">The document without front matter; null where the text means something else on purpose.</param>
    /// <param name="text">The text.</param>
    /// <param name="links">Where links of the document lead.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    public static Diagnostic? Find(string? source, string text, ILinkTargets links, CancellationToken cancellation)
    {
        if (Formatter.Format(text, cancellation) != text)
        {
            return Difference("what was written would be read in another way");
        }

        if (source is null)
        {
            return null;
        }

        var expected = HtmlOf(source, links, cancellation);
        var actual = HtmlOf(text, SameLinks.Instance, cancellation);
        return expected == actual ? null : Difference($"its HTML would differ from that of the document at '{Excerpt(expected, actual)}'");
    }

    private static Diagnostic Difference(string what)
        => Diagnostic.Warning(DiagnosticCodes.ContextKeptAsWritten, $"The document was emitted as it is written, since {what}; report it, with the document.");

    private static string HtmlOf(string text, ILinkTargets links, CancellationToken cancellation)
    {
        using var html = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        Html.Convert(SourceText.FromString(text), links, html, cancellation);
        return HtmlMeaning.Of(html.ToString());
    }

    private static string Excerpt(string expected, string actual)
    {
        const int Around = 20;
        var at = expected.AsSpan().CommonPrefixLength(actual);
        return OneLine.Of(expected[Math.Max(0, at - Around)..Math.Min(expected.Length, at + Around)]);
    }
}
