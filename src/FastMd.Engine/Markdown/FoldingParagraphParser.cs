using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Reads paragraphs and the link definitions in them. A definition is also known under the spellings that full case folding
/// makes equal and a comparison character by character does not: ß, its capital and ss.
/// </summary>
internal class FoldingParagraphParser : ParagraphBlockParser
{
    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not LeafBlock { Lines: { Count: > 0 } lines } || !MayDefine(lines.Lines[0].Slice.AsSpan()))
        {
            return base.Close(processor, block);
        }

        var known = processor.Document.GetLinkReferenceDefinitions(addGroup: true);
        var count = known.Count;
        var closed = base.Close(processor, block);
        for (; count < known.Count; count++)
        {
            if (known[count] is LinkReferenceDefinition { Label: { } label } definition && HasSharpS(label))
            {
                var folded = label.Replace("\u00DF", "ss", StringComparison.Ordinal).Replace("\u1E9E", "ss", StringComparison.Ordinal);
                known.Links.TryAdd(folded, definition);
                known.Links.TryAdd(folded.Replace("ss", "\u00DF", StringComparison.OrdinalIgnoreCase), definition);
                known.Links.TryAdd(folded.Replace("ss", "\u1E9E", StringComparison.OrdinalIgnoreCase), definition);
            }
        }

        return closed;
    }

    private static bool MayDefine(ReadOnlySpan<char> line) => line.TrimStart().StartsWith("[");

    private static bool HasSharpS(string label)
        => label.AsSpan().IndexOfAny('\u00DF', '\u1E9E') >= 0 || label.Contains("ss", StringComparison.OrdinalIgnoreCase);
}
