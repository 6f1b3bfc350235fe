using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>How an output is written down; <see cref="RecordedOutput"/> reads it.</summary>
internal static class OutputRecord
{
    /// <summary>Flag of a document with a title.</summary>
    public const int HasTitle = 1;

    /// <summary>Flag of a document with front matter.</summary>
    public const int HasFrontMatter = 2;

    /// <summary>Writes a record.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="origin">What the output was made from.</param>
    /// <param name="output">Path in the destination.</param>
    /// <param name="stamp">The output's stamp.</param>
    /// <param name="facts">All else.</param>
    /// <param name="numberOf">Gives the number of an absolute path.</param>
    public static void Write(
        StateWriter writer, OutputOrigin origin, string output, FileStamp stamp, OutputFacts facts, Func<string, int> numberOf)
    {
        WriteHead(writer, origin.IsAsset, output, numberOf(origin.Source), numberOf(origin.BasePath));
        WriteStamps(writer, facts.SourceStamp, facts.SourceHash, stamp, facts.OutputHash);
        writer.Number(facts.LookedUp.Count);
        foreach (var lookedUp in facts.LookedUp)
        {
            writer.Number(((long)numberOf(lookedUp.Path) << 3) | ((long)lookedUp.Kind << 1) | (lookedUp.IsAsset ? 1L : 0L));
        }

        writer.Number((facts.Title is null ? 0 : HasTitle) | (facts.HasFrontMatter ? HasFrontMatter : 0));
        if (facts.Title is { } title)
        {
            writer.Text(title);
        }

        writer.Number(facts.Anchors.Count);
        foreach (var anchor in facts.Anchors)
        {
            writer.Fixed(anchor.Value);
        }

        writer.Number(facts.AnchorUses.Count);
        foreach (var use in facts.AnchorUses)
        {
            writer.Number(numberOf(use.Target));
            writer.Text(use.Fragment);
            writer.Number(use.Line);
            writer.Number(use.Column);
        }

        writer.Number(facts.Diagnostics.Count);
        foreach (var diagnostic in facts.Diagnostics)
        {
            writer.Number((long)diagnostic.Severity);
            writer.Text(diagnostic.Code);
            writer.Text(diagnostic.Message);
            writer.Number(diagnostic.Line);
            writer.Number(diagnostic.Column);
        }
    }

    public static void WriteHead(StateWriter writer, bool isAsset, string output, int source, int basePath)
    {
        writer.Number(isAsset ? 1 : 0);
        writer.Text(output);
        writer.Number(source);
        writer.Number(basePath);
    }

    public static void WriteStamps(StateWriter writer, FileStamp source, ContentHash sourceHash, FileStamp output, ContentHash outputHash)
    {
        writer.Stamp(source);
        writer.Fixed(sourceHash.Value);
        writer.Stamp(output);
        writer.Fixed(outputHash.Value);
    }
}
