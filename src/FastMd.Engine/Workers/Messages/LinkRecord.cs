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
        var count = reader.Count();
        if (count == 0)
        {
            return (facts, []);
        }

        var lookups = new LinkLookup[count];
        for (var i = 0; i < lookups.Length; i++)
        {
            var head = reader.Number();
            lookups[i] = new(reader.Text(), (PathKind)(head & ((1 << PathKindBits) - 1)), head >> PathKindBits != 0);
        }

        return (facts, lookups);
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

    private static LinkFacts ReadFacts(ref RecordReader reader)
    {
        var number = reader.Whole();
        var anchors = new ContentHash[reader.Count()];
        for (var i = 0; i < anchors.Length; i++)
        {
            anchors[i] = reader.Hash();
        }

        var references = new AnchorReference[reader.Count()];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = new(reader.Text(), reader.Text(), reader.Whole(), reader.Whole());
        }

        var external = new ExternalReference[reader.Count()];
        for (var i = 0; i < external.Length; i++)
        {
            external[i] = new(reader.Text(), reader.Whole(), reader.Whole());
        }

        return new(number, anchors, references) { External = external };
    }
}
