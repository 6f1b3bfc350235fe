using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Mdx.Syntax;
using FastMd.Engine.Mdx.Tree;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx;

/// <summary>A document, parsed.</summary>
internal sealed class MdxDocument
{
    private readonly MdxContext _context;
    private readonly MarkdownDocument _blocks;

    private MdxDocument(MdxContext context, MarkdownDocument blocks, MdxFrontMatter frontMatter)
    {
        _context = context;
        _blocks = blocks;
        FrontMatter = frontMatter.Data;
    }

    /// <summary>The text.</summary>
    public string Source => _context.Source;

    /// <summary>Its blocks.</summary>
    public MarkdownDocument Blocks => _blocks;

    /// <summary>The offset after front matter.</summary>
    public int BodyStart => _context.BodyStart;

    /// <summary>Front matter as data; null where there is none.</summary>
    public IReadOnlyDictionary<string, object?>? FrontMatter { get; }

    /// <summary>Front matter's title, else the first heading's text.</summary>
    public string? Title => DocumentTitle.Of(FrontMatter, _blocks);

    /// <summary>Parses a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="isMdx">Whether it is MDX; else Markdown.</param>
    /// <param name="extensions">What Markdown in it may have besides.</param>
    /// <param name="wantsFrontMatter">Whether it is a fault that front matter cannot be read.</param>
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    /// <exception cref="DocumentException">It is no MDX.</exception>
    public static MdxDocument Parse(
        SourceText source, bool isMdx, SyntaxExtensions extensions, bool wantsFrontMatter, List<Diagnostic> diagnostics, CancellationToken cancellation = default)
    {
        var text = source.Text;
        var frontMatter = MdxFrontMatter.Read(source, diagnostics, wantsFrontMatter);
        var context = new MdxContext(text, frontMatter.End, cancellation);
        try
        {
            var blocks = MarkdownParser.Parse(text, MdxPipelines.Of(isMdx, frontMatter.IsUnclosed, extensions), context);
            context.Unshown.WarnIn(text, bodyStart: 0, diagnostics);
            return new(context, blocks, frontMatter);
        }
        catch (NestingException tooDeep)
        {
            throw NestingLimit.Exception(LinePosition.Of(text, tooDeep.Offset), tooDeep);
        }
    }

    /// <summary>Where its imports and exports stand.</summary>
    public IEnumerable<Range> Modules => _blocks.OfType<MdxModule>().Select(static module => module.Span.Start..module.End);

    /// <summary>Makes it a tree.</summary>
    /// <param name="tree">Receives the elements.</param>
    /// <param name="headings">Collects the headings; null where nobody asks for them.</param>
    /// <exception cref="DocumentException">Its tags do not belong together.</exception>
    public void BuildInto(MdxTree tree, HeadingList? headings) => MdxTreeBuilder.Build(_blocks, _context, tree, headings);
}
