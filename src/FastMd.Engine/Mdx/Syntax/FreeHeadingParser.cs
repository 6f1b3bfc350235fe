using Markdig.Parsers;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads headings where indentation makes no code.</summary>
internal sealed class FreeHeadingParser : HeadingBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent && IsHeading(processor.Line.AsSpan()))
        {
            processor.RestartIndent();
        }

        var state = base.TryOpen(processor);
        if (state != BlockState.None)
        {
            // A tab that is partly taken would be rewritten, and the text would no longer be the document's own.
            ref var line = ref processor.Line;
            line.Start += line.Length - line.AsSpan().TrimStart(" \t").Length;
        }

        return state;
    }

    private bool IsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level < 0 ? line.Length <= MaxLeadingCount : level <= MaxLeadingCount && line[level] is ' ' or '\t';
    }
}
