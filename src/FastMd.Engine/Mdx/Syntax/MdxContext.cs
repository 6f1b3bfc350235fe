using FastMd.Engine.JavaScript;
using FastMd.Engine.Markdown;
using Markdig.Parsers;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>What the parsers of one document have to know of it.</summary>
internal sealed class MdxContext(string source, int bodyStart = 0, CancellationToken cancellation = default) : ParseContext(source.Length, cancellation)
{
    /// <summary>The text that is parsed.</summary>
    public string Source { get; } = source;

    /// <summary>The offset after front matter.</summary>
    public int BodyStart { get; } = bodyStart;

    /// <summary>Names that imports have bound so far.</summary>
    public HashSet<string> Imported { get; } = new(StringComparer.Ordinal);

    /// <summary>Imports and exports so far.</summary>
    public List<EsmStatement> Statements { get; } = [];

    /// <summary>Where the lines of the text stand that is being parsed.</summary>
    public LinePlaces Places { get; } = new();

    /// <summary>Index of the last line that is text, since markup was looked for there; negative where there is none.</summary>
    public int LastTextLine { get; set; } = -1;

    /// <summary>Index of the last line in which a list or quote has interrupted a paragraph; negative where there is none.</summary>
    public int InterruptingLine { get; set; } = -1;

    public static new MdxContext Of(BlockProcessor processor) => (MdxContext)processor.Context!;

    public static new MdxContext Of(InlineProcessor processor) => (MdxContext)processor.Context!;
}
