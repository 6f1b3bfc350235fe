using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Cleaning;
using FastMd.Engine.Context.Reading;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Context;

/// <summary>Reads documents as trees.</summary>
internal static class ContextReader
{
    /// <summary>What documents may have besides GitHub's Markdown.</summary>
    public const SyntaxExtensions Extensions
        = SyntaxExtensions.Math | SyntaxExtensions.Alerts | SyntaxExtensions.HeadingIds | SyntaxExtensions.Directives | SyntaxExtensions.MkDocs;

    private const SyntaxExtensions MdxExtensions = Extensions & ~SyntaxExtensions.MkDocs;

    /// <summary>Reads a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    /// <exception cref="DocumentException">It cannot be read.</exception>
    public static ReadDocument Read(SourceText source, List<Diagnostic> diagnostics, CancellationToken cancellation)
        => source.Format == DocumentFormat.Mdx ? ReadMdx(source, diagnostics, cancellation)
            : MdxInMarkdown.Read(source.Text) is { } mdx && TryReadMdx(source with { Text = mdx }, diagnostics, cancellation) is { } read ? read
            : ReadMarkdown(source, Extensions, diagnostics, cancellation);

    /// <summary>Reads a document that looks like MDX; null where it is none.</summary>
    private static ReadDocument? TryReadMdx(SourceText source, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var noticed = new List<Diagnostic>();
        try
        {
            var document = ReadMdx(source, noticed, cancellation);
            diagnostics.AddRange(noticed);
            return document;
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    /// <summary>Reads a document as Markdown, whatever it is called.</summary>
    /// <param name="source">The document.</param>
    /// <param name="extensions">What it may have besides GitHub's Markdown.</param>
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    /// <exception cref="DocumentException">It cannot be read.</exception>
    public static ReadDocument ReadMarkdown(SourceText source, SyntaxExtensions extensions, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var pipeline = MarkdownPipelines.For(new(MarkdownFlavor.Gfm, Extensions: extensions));
        var parsed = ParsedMarkdown.Parse(source, MarkdownFlavor.Gfm, pipeline, diagnostics, cancellation);
        var tree = new TreeReader(source.Text, parsed.Body, isMdx: false, new GitHubSlugger(), cancellation).Read(parsed.Blocks);
        return new(source.Text, parsed.BodyStart, tree, parsed.FrontMatter, properties => new([], parsed.FrontMatter, properties)) { Title = parsed.Title };
    }

    private static ReadDocument ReadMdx(SourceText source, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var document = MdxDocument.Parse(source, isMdx: true, MdxExtensions, wantsFrontMatter: true, diagnostics, cancellation);

        // What the other targets refuse is refused here: tags that do not belong together.
        using var checkedTree = new MdxTree(source.Text.Length);
        document.BuildInto(checkedTree, headings: null);
        var statements = checkedTree.Statements.ToList();
        var tree = new TreeReader(source.Text, source.Text, isMdx: true, new GitHubSlugger(), cancellation).Read(document.Blocks);
        return new(source.Text, document.BodyStart, tree, document.FrontMatter, properties => new(statements, document.FrontMatter, properties)) { Title = document.Title, IsMdx = true };
    }
}
