using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Directives;

/// <summary>
/// Reads container directives as Docusaurus, Starlight and VitePress write them: <c>:::note</c>, <c>:::note Title</c>, <c>:::note[Title]{open}</c>,
/// <c>::: details Title</c>. A line of as many colons ends the innermost one.
/// </summary>
internal sealed class DirectiveParser : BlockParser
{
    private readonly bool _hasIndentedCode;

    /// <param name="hasIndentedCode">Whether four columns of indentation make a line code.</param>
    public DirectiveParser(bool hasIndentedCode)
    {
        _hasIndentedCode = hasIndentedCode;
        OpeningCharacters = [':'];
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if ((_hasIndentedCode && processor.IsCodeIndent) || DirectiveOpening.Read(processor.Line) is not { } opening)
        {
            return BlockState.None;
        }

        var end = processor.Line.End;
        if (opening.Name == DirectiveNames.Mermaid)
        {
            // Azure DevOps writes diagrams so: what is in it is no Markdown.
            var code = new FencedCodeBlock(processor.Parsers.Find<FencedCodeBlockParser>()!)
            {
                Column = processor.Column,
                Span = new(processor.Start, end),
                FencedChar = ':',
                OpeningFencedCharCount = opening.Colons,
                Info = opening.Name,
            };
            code.GetAttributes().AddClass("language-" + opening.Name);
            processor.NewBlocks.Push(code);
            return BlockState.ContinueDiscard;
        }

        var block = new DirectiveBlock(this, opening.Name, opening.Colons)
        {
            Column = processor.Column,
            Span = new(processor.Start, end),
            IsOpenFirst = opening.IsOpen,
        };
        if (!opening.Title.IsEmpty)
        {
            block.AddLabel(processor, opening.Title);
        }

        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var directive = (DirectiveBlock)block;
        var line = processor.Line.AsSpan().TrimEnd();
        if (processor.IsCodeIndent || line.Length < directive.Marks || line.ContainsAnyExcept(':') || BelongsToInner(processor, directive, line.Length))
        {
            // What it holds is indented as it is written: the parser has passed over the space before the line.
            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }

        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        ((DirectiveBlock)block).IsEnded = true;
        return true;
    }

    /// <summary>Whether a line of colons ends a directive in this one, or is code in it.</summary>
    private static bool BelongsToInner(BlockProcessor processor, DirectiveBlock directive, int colons)
    {
        Block inner = directive;
        var isInList = false;
        while (inner is ContainerBlock { LastChild: { } last })
        {
            inner = last;
            isInList |= inner is ListItemBlock;
            if (inner is DirectiveBlock { IsEnded: false, Style: DirectiveStyle.Colons } other && other.Marks <= colons && (!isInList || processor.Indent > 0))
            {
                return true;
            }
        }

        return inner is FencedCodeBlock { ClosingFencedCharCount: 0 } && (!isInList || processor.Indent > 0);
    }
}
