using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Coordination.Cluster;

/// <summary>Documents that a worker gets at once: what is to be done with each.</summary>
/// <param name="Job">Tells the job by what its documents become: the same names may stand for another one by now.</param>
/// <param name="Run">Run of the publisher that sent it: no part of what it is.</param>
/// <param name="Work">As <see cref="RemoteWork"/> describes it.</param>
internal sealed record ChunkMessage(ContentHash Job, ulong Run, IReadOnlyList<ReadOnlyMemory<byte>> Work)
{
    /// <summary>The chunk as a message.</summary>
    public byte[] Write()
    {
        var writer = new RecordWriter();
        writer.Fixed(Run);
        writer.Hash(Job);
        writer.Number(Work.Count);
        foreach (var work in Work)
        {
            writer.Number(work.Length);
            writer.Raw(work.Span);
        }

        return writer.Written.ToArray();
    }

    /// <summary>Names a chunk by what is in it: equal names stand for equal outputs.</summary>
    public static string KeyOf(ReadOnlySpan<byte> message) => ContentHash.Of(message[sizeof(ulong)..]).Hex;

    /// <summary>Reads a chunk.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ChunkMessage Read(ReadOnlyMemory<byte> message)
    {
        var reader = new RecordReader(message);
        var run = reader.Fixed();
        return new(reader.Hash(), run, reader.Items(static (ref RecordReader reader) => reader.Blob()));
    }
}
