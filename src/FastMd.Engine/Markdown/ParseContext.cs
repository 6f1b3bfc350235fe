using FastMd.Engine.Markdown.Definitions;
using FastMd.Engine.Markdown.Delimiters;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Mathematics;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>What the parsers of one document share.</summary>
/// <param name="length">The document's length in characters.</param>
/// <param name="cancellation">Cancelled when the document is abandoned.</param>
internal class ParseContext(int length, CancellationToken cancellation) : MarkdownParserContext
{
    private readonly DelimiterStack _delimiters = new();
    private ContainerBlock? _deepest;
    private int _depth;

    /// <summary>What references may add to the document.</summary>
    public ReferenceBudget References { get; } = new(length);

    /// <summary>Footnotes by what they are called, without regard to case.</summary>
    public Dictionary<string, FootnoteDefinition> Footnotes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The footnotes that something refers to, in the order of their numbers.</summary>
    public List<FootnoteDefinition> ReferredFootnotes { get; } = [];

    /// <summary>What nothing shows.</summary>
    public Unshown Unshown { get; } = new();

    /// <summary>Where ends of display math were looked for.</summary>
    public MathSearch SearchedForMath { get; set; }

    /// <summary>Index of the last quote that became an alert, among the document's blocks.</summary>
    public int LastAlert { get; set; }

    public static ParseContext Of(BlockProcessor processor) => (ParseContext)processor.Context!;

    public static ParseContext Of(InlineProcessor processor) => (ParseContext)processor.Context!;

    /// <summary>The delimiters of the text that is being parsed.</summary>
    public static DelimiterStack DelimitersOf(InlineProcessor processor)
    {
        var context = Of(processor);
        context._delimiters.BeginAt(processor.Root!);
        return context._delimiters;
    }

    /// <summary>Counts one more reference to a footnote.</summary>
    public void ReferTo(FootnoteDefinition footnote)
    {
        if (footnote.References++ == 0)
        {
            ReferredFootnotes.Add(footnote);
            footnote.Number = ReferredFootnotes.Count;
        }
    }

    /// <summary>How many containers a container stands in, itself included. The one asked for last is mostly it, or the one around it.</summary>
    public int DepthOf(ContainerBlock container)
    {
        if (ReferenceEquals(container, _deepest))
        {
            return _depth;
        }

        if (container.Parent is { } parent && ReferenceEquals(parent, _deepest))
        {
            _depth++;
        }
        else
        {
            _depth = 0;
            for (var outer = container; outer is not null; outer = outer.Parent)
            {
                _depth++;
            }
        }

        _deepest = container;
        return _depth;
    }

    /// <summary>Stops work on an abandoned document, so that its thread can end.</summary>
    /// <exception cref="OperationCanceledException">It was abandoned.</exception>
    public void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();
}
