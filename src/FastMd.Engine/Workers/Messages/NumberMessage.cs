using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Workers.Messages;

/// <summary>Messages that begin with a number: of a request, or of a job.</summary>
internal static class NumberMessage
{
    /// <summary>The number that a message begins with.</summary>
    /// <exception cref="InvalidDataException">It begins with none.</exception>
    public static long Read(ReadOnlyMemory<byte> payload) => new RecordReader(payload).Number();

    /// <summary>Three numbers: of the request, the document's size in bytes, and the bytes of memory that it needs.</summary>
    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public static (long Length, long Need) ReadNeed(ReadOnlyMemory<byte> payload)
    {
        var reader = new RecordReader(payload);
        _ = reader.Number();
        return (reader.Number(), reader.Number());
    }

    /// <summary>A number, and a text.</summary>
    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public static (long Number, string Text) ReadText(ReadOnlyMemory<byte> payload)
    {
        var reader = new RecordReader(payload);
        return (reader.Number(), reader.Text());
    }
}
