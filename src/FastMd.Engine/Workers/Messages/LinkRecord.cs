using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Workers.Messages;

/// <summary>What is known of a document's links, on its way between processes.</summary>
internal static class LinkRecord
{
    private const int PathKindBits = 2;

    public static void Write(RecordWriter writer, ExecutedDocument executed)
    {
        writer.Flag(executed.Links is not null);
        if (executed.Links is { } links)
        {
            Write(writer, links);
        }

        writer.Number(executed.Lookups.Count);
        foreach (var lookup in executed.Lookups)
        {
            writer.Number(((lookup.IsDocument ? 1L : 0L) << PathKindBits) | (long)lookup.Kind);
            writer.Text(lookup.Path);
        }
    }

    /// <exception cref="InvalidDataException">It is no such record.</exception>
    public static (LinkFacts? Facts, IReadOnlyList<LinkLookup> Lookups) Read(ref RecordReader reader)
    {
        var facts = reader.Flag() ? ReadFacts(ref reader) : null;
        return (facts, reader.Items<LinkLookup>(ReadLookup));
    }

    private static void Write(RecordWriter writer, LinkFacts links)
    {
        writer.Number(links.Checked);
        writer.Number(links.Anchors.Count);
        foreach (var anchor in links.Anchors)
        {
            writer.Hash(anchor);
        }

        writer.Number(links.References.Count);
        foreach (var reference in links.References)
        {
            writer.Text(reference.Path);
            writer.Text(reference.Fragment);
            writer.Number(reference.Line);
            writer.Number(reference.Column);
        }

        writer.Number(links.External.Count);
        foreach (var external in links.External)
        {
            writer.Text(external.Url);
            writer.Number(external.Line);
            writer.Number(external.Column);
        }
    }

    private static LinkLookup ReadLookup(ref RecordReader reader)
    {
        var head = reader.Number();
        return new(reader.Text(), (PathKind)(head & ((1 << PathKindBits) - 1)), head >> PathKindBits != 0);
    }

    private static LinkFacts ReadFacts(ref RecordReader reader)
    {
        var number = reader.Whole();
        var anchors = reader.Items(static (ref RecordReader reader) => reader.Hash());
        var references = reader.Items(static (ref RecordReader reader) => new AnchorReference(reader.Text(), reader.Text(), reader.Whole(), reader.Whole()));
        return new(number, anchors, references)
        {
            External = reader.Items(static (ref RecordReader reader) => new ExternalReference(reader.Text(), reader.Whole(), reader.Whole())),
        };
    }
}
