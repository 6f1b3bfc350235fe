using Markdig.Parsers;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Refuses documents whose lists and quotes nest deeper than can be written, as soon as they do: to read on would take time for each level
/// of each line.
/// </summary>
internal sealed class Nesting : BlockParser
{
    private const int Deepest = 128;

    public Nesting() => OpeningCharacters = ['>', '-', '+', '*', '[', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        var depth = 0;
        for (var container = processor.CurrentContainer; container is not null; container = container.Parent)
        {
            depth++;
        }

        return depth <= Deepest ? BlockState.None : throw new ArgumentException("The document is too deeply nested.");
    }
}
