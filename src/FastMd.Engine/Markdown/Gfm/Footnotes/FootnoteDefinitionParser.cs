using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Reads footnotes; space between the label and the text does not make the text a code block.</summary>
internal sealed class FootnoteDefinitionParser : FootnoteParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Line.AsSpan().StartsWith("[^"))
        {
            UnusedFootnotes.LeaveOut(processor.Document);
        }

        var state = base.TryOpen(processor);
        Complete(processor);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var state = base.TryContinue(processor, block);
        Complete(processor);
        return state;
    }

    private static void Complete(BlockProcessor processor)
    {
        if (!processor.NewBlocks.TryPeek(out var block) || block is not Footnote)
        {
            return;
        }

        while (processor.CurrentChar is ' ' or '\t')
        {
            processor.NextColumn();
        }

        // Labels are looked up elsewhere: Markdig compares each definition with all that are there.
        processor.Document.GetLinkReferenceDefinitions(addGroup: true).Clear();
    }
}
