using System.IO.Compression;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Coordination.Cluster;

/// <summary>What became of the documents of a chunk. The first result of a chunk is the one that counts.</summary>
/// <param name="Outcomes">Outcome of each document; empty where the chunk is to be split.</param>
internal sealed record ChunkResult(IReadOnlyList<ItemOutcome> Outcomes)
{
    /// <summary>Whether the chunk ended its workers: its documents are to be tried one by one.</summary>
    public bool IsSplit => Outcomes.Count == 0;

    /// <summary>The result as a message.</summary>
    public byte[] Write()
    {
        var writer = new RecordWriter();
        writer.Number(Outcomes.Count);
        foreach (var outcome in Outcomes)
        {
            writer.Flag(outcome.Error is not null);
            if (outcome.Error is { } error)
            {
                writer.Text(error.Code);
                writer.Text(error.Message);
            }

            writer.Number(outcome.Facts.Length);
            writer.Raw(outcome.Facts.Span);
        }

        // Facts of neighbours are much alike.
        using var message = new MemoryStream();
        using (var compressed = new DeflateStream(message, CompressionLevel.Fastest, leaveOpen: true))
        {
            compressed.Write(writer.Written);
        }

        return message.ToArray();
    }

    /// <summary>Reads a result.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ChunkResult Read(ReadOnlyMemory<byte> message)
    {
        using var content = new MemoryStream();
        using (var compressed = new DeflateStream(new MemoryStream(message.ToArray()), CompressionMode.Decompress))
        {
            compressed.CopyTo(content);
        }

        var reader = new RecordReader(content.ToArray());
        return new(reader.Items(ReadOutcome));
    }

    private static ItemOutcome ReadOutcome(ref RecordReader reader)
    {
        var error = reader.Flag() ? new ItemError(reader.Text(), reader.Text()) : null;
        return new(error) { Facts = reader.Blob() };
    }
}
