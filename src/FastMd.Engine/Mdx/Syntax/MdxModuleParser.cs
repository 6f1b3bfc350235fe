using FastMd.Engine.JavaScript;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads import and export statements. They begin at a line's first column and interrupt no paragraph.</summary>
internal sealed class MdxModuleParser : BlockParser
{
    public MdxModuleParser() => OpeningCharacters = ['e', 'i'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Start != processor.CurrentLineStartPosition || !EsmScanner.Begins(processor.Line.AsSpan()))
        {
            return BlockState.None;
        }

        var context = MdxContext.Of(processor);
        var scan = EsmScanner.Scan(context.Source, processor.Start, context.Source.Length, context.Imported);
        if (scan.Status != ScanStatus.Complete)
        {
            throw Rejection.Module(context.Source, scan.Error!.Offset, scan.Error);
        }

        foreach (var statement in scan.Statements)
        {
            context.Statements.Add(statement);
            if (statement.Kind == EsmStatementKind.Import)
            {
                context.Imported.UnionWith(statement.Specifiers.Select(static specifier => specifier.Local));
            }
        }

        processor.NewBlocks.Push(new MdxModule(this, scan.End) { Column = 0, Span = new(processor.Start, scan.End - 1) });
        return scan.End <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var end = ((MdxModule)block).End;
        return processor.CurrentLineStartPosition >= end ? BlockState.None
            : processor.Line.End + 1 < end ? BlockState.ContinueDiscard
            : BlockState.BreakDiscard;
    }
}

/// <summary>Lines of import and export statements.</summary>
internal sealed class MdxModule : LeafBlock
{
    public MdxModule(BlockParser parser, int end)
        : base(parser)
    {
        End = end;
        ProcessInlines = false;
        IsBreakable = false;
    }

    /// <summary>The offset in the document where its last line ends.</summary>
    public int End { get; }
}
