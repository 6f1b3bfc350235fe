using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>The parts of a container, on their way between processes.</summary>
internal static class PartList
{
    public static byte[] Write(IReadOnlyList<SourcePart> parts)
    {
        var writer = new RecordWriter();
        writer.Number(parts.Count);
        foreach (var part in parts)
        {
            writer.Text(part.Name);
            writer.Number(part.Length);
            writer.Number((long)part.Format);
        }

        return writer.Written.ToArray();
    }

    /// <exception cref="InvalidDataException">It is no such list.</exception>
    public static IReadOnlyList<SourcePart> Read(ReadOnlyMemory<byte> list)
    {
        var reader = new RecordReader(list);
        return reader.Items(static (ref RecordReader reader) => new SourcePart(reader.Text(), reader.Number(), (DocumentFormat)reader.Choice(2)));
    }
}
