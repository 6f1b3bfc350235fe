using Markdig.Parsers;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Refuses documents whose lists and quotes nest deeper than can be written, as soon as they do: to read on would take time for each level
/// of each line.
/// </summary>
internal sealed class Nesting : BlockParser
{
    /// <summary>
    /// How many quotes, lists and items may stand within each other: a thousand quotes, five hundred lists. What is written level by level
    /// needs less than half of the smallest stack for that, which is a megabyte.
    /// </summary>
    public const int Deepest = 1024;

    public Nesting() => OpeningCharacters = ['>', '-', '+', '*', '[', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var context = ParseContext.Of(processor);
        context.ThrowIfCancelled();
        if (processor.CurrentContainer is { } container && context.DepthOf(container) > Deepest)
        {
            throw new NestingException(processor.Start);
        }

        return BlockState.None;
    }
}

/// <summary>A document nests deeper than can be written.</summary>
/// <param name="offset">Where in the text that is parsed.</param>
/// <param name="inner">What told of it; null where it was seen here.</param>
internal sealed class NestingException(int offset, Exception? inner = null) : Exception("The document nests too deeply.", inner)
{
    public int Offset => offset;

    /// <summary>Whether an exception is Markdig's for what is too deep, of which nothing but type and wording tell.</summary>
    public static bool IsDepthLimit(ArgumentException thrown) => thrown.Message.Contains("deeply nested", StringComparison.Ordinal);
}
