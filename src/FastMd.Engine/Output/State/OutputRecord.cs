using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

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

    /// <summary>Writes a record.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="origin">What the output was made from.</param>
    /// <param name="output">Path in the destination.</param>
    /// <param name="facts">All else.</param>
    /// <param name="numberOf">Gives the number of an absolute path.</param>
    public static void Write(
        RecordWriter writer, OutputOrigin origin, string output, OutputFacts facts, Func<string, int> numberOf)
    {
        WriteHead(writer, origin.Kind, origin.IsFound, output, numberOf(origin.Source), numberOf(origin.BasePath), origin.Part);
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

    private static void WriteLinks(RecordWriter writer, LinkFacts links, Func<string, int> numberOf)
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

    public static void WriteHead(RecordWriter writer, OutputKind kind, bool isFound, string output, int source, int basePath, string part)
    {
        writer.Number(((long)kind << 1) | (isFound ? 1L : 0L));
        writer.Text(output);
        writer.Number(source);
        writer.Number(basePath);
        if (HasPart(kind))
        {
            writer.Text(part);
        }
    }

    /// <summary>Whether outputs of a kind may be those of a part of their source, or of a file in it.</summary>
    public static bool HasPart(OutputKind kind) => kind is OutputKind.Part or OutputKind.ErrorFile or OutputKind.Asset;

    /// <summary>Reads what kind an output is of, and whether it was there already.</summary>
    /// <exception cref="InvalidDataException">There is no such kind.</exception>
    public static (OutputKind Kind, bool IsFound) ReadKind(ref RecordReader reader)
        => reader.Number() is var number && (OutputKind)(number >> 1) is var kind && Enum.IsDefined(kind) ? (kind, (number & 1) != 0) : throw RecordReader.InvalidRecord();

    public static void WriteContents(RecordWriter writer, FileStamp source, ContentHash sourceHash, long outputLength, ContentHash outputHash)
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
