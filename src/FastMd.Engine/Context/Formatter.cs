using FastMd.Engine.Context.Checking;
using FastMd.Engine.Context.Cleaning;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Context;

/// <summary>Markdown in one style.</summary>
internal static class Formatter
{
    /// <summary>What it reads besides GitHub's Markdown, to write it as it was. Ids of headings are text to it.</summary>
    public const SyntaxExtensions Extensions = ContextReader.Extensions & ~SyntaxExtensions.HeadingIds;

    /// <summary>The same document in one style; front matter stays as it is. One that would mean something else then stays as it is.</summary>
    /// <param name="source">The document, which is read as Markdown.</param>
    /// <param name="links">Is asked where its links lead; what it says is not written.</param>
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    public static FormattedDocument Format(SourceText source, ILinkTargets links, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var document = Read(source, diagnostics, cancellation);
        var headings = DocumentHeadings.Of(document.Tree.Children);
        var references = new DocumentReferences(document.Source, document.Source, links);
        LinkWalk.Ask(document.Tree.Children, references);
        var text = MarkdownWriter.Write(document.Tree).Text;
        var body = document.Source[document.BodyStart..];
        if (MeaningCheck.Find(body, text, SameLinks.Instance, cancellation) is { } difference)
        {
            diagnostics.Add(difference);
            text = body.ReplaceLineEndings("\n");
        }

        return new(Behind(document.Source[..document.BodyStart], text), document.Title, document.FrontMatter, headings, references.AnchorsWith(headings));
    }

    /// <summary>A text in one style, whatever that means.</summary>
    public static string Format(string text, CancellationToken cancellation)
        => MarkdownWriter.Write(Read(SourceText.FromString(text), [], cancellation).Tree).Text;

    /// <summary>A text behind front matter.</summary>
    public static string Behind(string frontMatter, string body)
    {
        var front = frontMatter.TrimEnd().ReplaceLineEndings("\n");
        return front.Length == 0 ? body : body.Length == 0 ? front + "\n" : $"{front}\n\n{body}";
    }

    private static ReadDocument Read(SourceText source, List<Diagnostic> diagnostics, CancellationToken cancellation)
        => ContextReader.ReadMarkdown(source, Extensions, diagnostics, cancellation);
}

/// <summary>A document in one style.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="FrontMatter">Its front matter as data; null where it has none.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Anchors">What of it can be linked to.</param>
internal sealed record FormattedDocument(
    string Text, string? Title, IReadOnlyDictionary<string, object?>? FrontMatter, IReadOnlyList<Heading> Headings, IReadOnlyList<string> Anchors);
