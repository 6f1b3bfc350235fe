using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>How an output is written down; <see cref="RecordedOutput"/> reads it.</summary>
internal static class OutputRecord
{
    /// <summary>Flag of a document with a title.</summary>
    public const int HasTitle = 1;

    /// <summary>Flag of a document with front matter.</summary>
    public const int HasFrontMatter = 2;

    /// <summary>Flag of a document whose links were looked at.</summary>
    public const int HasLinks = 4;

    /// <summary>What is copied along.</summary>
    private const int Asset = 1;

    /// <summary>What would be copied along, and was there.</summary>
    private const int FoundAsset = 2;

    /// <summary>Of what kind an output is, as a number.</summary>
    public static long KindOf(bool isAsset, bool isFound) => !isAsset ? 0 : isFound ? FoundAsset : Asset;

    /// <summary>What such a number says.</summary>
    public static (bool IsAsset, bool IsFound) Kind(long number) => (number != 0, number == FoundAsset);

    /// <summary>Writes a record.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="origin">What the output was made from.</param>
    /// <param name="output">Path in the destination.</param>
    /// <param name="facts">All else.</param>
    /// <param name="numberOf">Gives the number of an absolute path.</param>
    public static void Write(
        StateWriter writer, OutputOrigin origin, string output, OutputFacts facts, Func<string, int> numberOf)
    {
        WriteHead(writer, KindOf(origin.IsAsset, origin.IsFound), output, numberOf(origin.Source), numberOf(origin.BasePath));
        WriteContents(writer, facts.SourceStamp, facts.SourceHash, facts.OutputLength, facts.OutputHash);
        writer.Number(facts.LookedUp.Count);
        foreach (var lookedUp in facts.LookedUp)
        {
            writer.Number(((long)numberOf(lookedUp.Path) << 3) | ((long)lookedUp.Kind << 1) | (lookedUp.IsAsset ? 1L : 0L));
        }

        writer.Number((facts.Title is null ? 0 : HasTitle) | (facts.HasFrontMatter ? HasFrontMatter : 0) | (facts.Links is null ? 0 : HasLinks));
        if (facts.Title is { } title)
        {
            writer.Text(title);
        }

        if (facts.Links is { } links)
        {
            WriteLinks(writer, links, numberOf);
        }

        writer.Number(facts.Diagnostics.Count);
        foreach (var diagnostic in facts.Diagnostics)
        {
            DiagnosticRecord.Write(writer, diagnostic, origin.BasePath, numberOf);
        }
    }

    private static void WriteLinks(StateWriter writer, LinkFacts links, Func<string, int> numberOf)
    {
        writer.Number(links.Checked);
        writer.Number(links.Anchors.Count);
        foreach (var anchor in links.Anchors)
        {
            writer.Fixed(anchor.Value);
        }

        writer.Number(links.References.Count);
        foreach (var reference in links.References)
        {
            writer.Number(numberOf(reference.Path));
            writer.Text(reference.Fragment);
            writer.Number(reference.Line);
            writer.Number(reference.Column);
        }
    }

    public static void WriteHead(StateWriter writer, long kind, string output, int source, int basePath)
    {
        writer.Number(kind);
        writer.Text(output);
        writer.Number(source);
        writer.Number(basePath);
    }

    public static void WriteContents(StateWriter writer, FileStamp source, ContentHash sourceHash, long outputLength, ContentHash outputHash)
    {
        writer.Number(source.Length);
        writer.Fixed((ulong)source.Modified);
        writer.Fixed((ulong)source.Changed);
        writer.Fixed(source.File);
        writer.Fixed(sourceHash.Value);
        writer.Number(outputLength);
        writer.Fixed(outputHash.Value);
    }
}
