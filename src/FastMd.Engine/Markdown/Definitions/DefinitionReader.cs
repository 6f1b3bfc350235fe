using Markdig.Helpers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Definitions;

/// <summary>
/// Takes link definitions off the beginning of a paragraph. Markdig goes through all lines that are left for each; here each is looked for
/// in as few lines as it has.
/// </summary>
internal static class DefinitionReader
{
    private const int UsualLines = 4;

    /// <summary>Takes them off; gives them in order.</summary>
    /// <param name="lines">The paragraph's lines, of which those without definitions are left.</param>
    public static IReadOnlyList<LinkReferenceDefinition> Take(ref StringLineGroup lines)
    {
        if (lines.Count == 0 || !MayDefine(lines.Lines[0].Slice))
        {
            return [];
        }

        var definitions = new List<LinkReferenceDefinition>();
        var first = 0;
        while (first < lines.Count && MayDefine(lines.Lines[first].Slice) && TryRead(lines, first, out var definition, out var count))
        {
            definition.Line = lines.Lines[first].Line;
            definitions.Add(definition);
            first += count;
        }

        if (first > 0)
        {
            lines = Rest(lines, first);
        }

        return definitions;
    }

    private static bool MayDefine(StringSlice line) => line.AsSpan().TrimStart().StartsWith("[");

    private static bool TryRead(StringLineGroup lines, int first, out LinkReferenceDefinition definition, out int count)
    {
        lines.Lines[first].Slice.TrimStart();
        for (var size = UsualLines; ; size *= 2)
        {
            var isAll = size >= lines.Count - first;
            var some = Some(lines, first, isAll ? lines.Count - first : size);
            var text = some.ToCharIterator();
            var isRead = LinkReferenceDefinition.TryParse(ref text, out definition!);

            // What was read up to the last of these lines may go on after it.
            if (isAll || text.SliceIndex < size - 1)
            {
                count = text.IsEmpty ? some.Count : Math.Max(text.SliceIndex, 1);
                return isRead;
            }
        }
    }

    private static StringLineGroup Some(StringLineGroup lines, int first, int count)
    {
        // With room for one more the text's place after the last line is known.
        var some = new StringLineGroup(count + 1);
        for (var i = first; i < first + count; i++)
        {
            some.Add(ref lines.Lines[i]);
        }

        return some;
    }

    private static StringLineGroup Rest(StringLineGroup lines, int first)
        => first < lines.Count ? Some(lines, first, lines.Count - first) : new StringLineGroup(1);
}
