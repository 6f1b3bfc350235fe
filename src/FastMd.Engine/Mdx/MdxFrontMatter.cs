using FastMd.Engine.Documents;

namespace FastMd.Engine.Mdx;

/// <summary>The front matter of a document.</summary>
/// <param name="End">The offset after it; 0 where there is none.</param>
/// <param name="Data">Front matter as data; null where there is none, or where it is no YAML.</param>
/// <param name="IsUnclosed">Whether the document begins like front matter that then does not end.</param>
internal readonly record struct MdxFrontMatter(int End, IReadOnlyDictionary<string, object?>? Data, bool IsUnclosed = false)
{
    /// <summary>Finds front matter. That of TOML is found whatever formats are read.</summary>
    /// <param name="source">The document.</param>
    /// <param name="diagnostics">Receives warnings about front matter that is wanted.</param>
    /// <param name="isWanted">Whether it is a fault that it cannot be read.</param>
    public static MdxFrontMatter Read(SourceText source, List<Diagnostic> diagnostics, bool isWanted)
    {
        var text = source.Text;
        if (source.FrontMatterFormats == FrontMatterFormats.Any && FrontMatterBlock.FindOther(text) is { } block
            && TryParse(block, diagnostics, isWanted, out var other))
        {
            return new(block.BodyStart, other);
        }

        var end = FenceEnd(text, text.StartsWith("+++", StringComparison.Ordinal) ? '+' : '-', out var yamlStart, out var yamlEnd);
        if (end < 0)
        {
            return new(0, null, IsUnclosed: yamlStart > 0);
        }

        IReadOnlyDictionary<string, object?>? data = null;
        if (text[0] == '-')
        {
            TryParse(new(text.AsMemory(yamlStart, yamlEnd - yamlStart), end, 0), diagnostics, isWanted, out data);
        }
        else if (isWanted)
        {
            diagnostics.Add(Diagnostic.Warning(
                DiagnosticCodes.FrontMatterInvalid, "Front matter in TOML is not read and was left out: set frontMatterFormats to any.", 1, 1));
        }

        return new(end, data);
    }

    private static bool TryParse(FrontMatterBlock block, List<Diagnostic> diagnostics, bool isWanted, out IReadOnlyDictionary<string, object?>? data)
    {
        try
        {
            return FrontMatter.TryParse(block, isWanted ? diagnostics : [], out data);
        }
        catch (DocumentException) when (!isWanted)
        {
            // What is dropped anyway may be as large as it likes.
            data = null;
            return true;
        }
    }

    /// <summary>The offset after front matter; negative where there is none.</summary>
    private static int FenceEnd(string text, char marker, out int contentStart, out int contentEnd)
    {
        contentStart = contentEnd = 0;
        if (!FrontMatterBlock.IsFence(text, 0, marker, out var next))
        {
            return -1;
        }

        contentStart = next;
        while (next < text.Length)
        {
            contentEnd = next;
            if (FrontMatterBlock.IsFence(text, next, marker, out next))
            {
                return next;
            }
        }

        return -1;
    }
}
