using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Reads footnotes, in whatever they stand. What belongs to one is indented by four columns.</summary>
internal sealed class FootnoteDefinitionParser : BlockParser
{
    private readonly bool _hasIndentedCode;

    /// <summary>A parser of footnotes.</summary>
    /// <param name="hasIndentedCode">Whether four columns of indentation make a line code.</param>
    public FootnoteDefinitionParser(bool hasIndentedCode)
    {
        OpeningCharacters = ['['];
        _hasIndentedCode = hasIndentedCode;
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if ((_hasIndentedCode && processor.IsCodeIndent)
            || FootnoteLabel.Read(line, out var label) is not (> 0 and var length) || length >= line.Length || line[length] != ':')
        {
            return BlockState.None;
        }

        var footnote = new FootnoteDefinition(this, label.ToString()) { Span = new(processor.Start, processor.Line.End) };
        var context = ParseContext.Of(processor);
        context.Footnotes.TryAdd(footnote.Label, footnote);
        context.Unshown.Add(footnote);
        processor.Line.Start += length + 1;
        processor.Column += length + 1;
        processor.ParseIndent();
        processor.RestartIndent();
        processor.NewBlocks.Push(footnote);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) => IndentedContent.TryContinue(processor);
}

/// <summary>A footnote, where it is written.</summary>
internal sealed class FootnoteDefinition(BlockParser parser, string label) : ContainerBlock(parser)
{
    /// <summary>What it is called, as written.</summary>
    public string Label { get; } = label;

    /// <summary>Its number, by the order of first references in the source; 0 where nothing refers to it.</summary>
    public int Number { get; set; }

    /// <summary>How many references there are.</summary>
    public int References { get; set; }
}
