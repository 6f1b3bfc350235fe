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

        return base.TryOpen(processor);
    }

    private bool IsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level < 0 ? line.Length <= MaxLeadingCount : level <= MaxLeadingCount && line[level] is ' ' or '\t';
    }
}
