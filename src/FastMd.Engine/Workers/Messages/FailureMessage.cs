using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Workers.Messages;

/// <summary>Why a document cannot be converted, as the exception that says so.</summary>
internal static class FailureMessage
{
    private enum Form
    {
        Known,
        OutOfMemory,
        Unforeseen,
    }

    public static void Write(RecordWriter writer, long id, Exception failure)
    {
        writer.Number(id);
        switch (failure)
        {
            case DocumentException known:
                writer.Number((long)Form.Known);
                DiagnosticMessage.Write(writer, known.Diagnostic);
                writer.Flag(known.IsTransient);
                writer.Flag(known.RetryAfter is not null);
                writer.Number(known.RetryAfter?.Ticks ?? 0);
                break;
            case OutOfMemoryException:
                writer.Number((long)Form.OutOfMemory);
                break;
            default:
                writer.Number((long)Form.Unforeseen);
                writer.Text(failure.GetType().Name);
                writer.Text(failure.Message);
                break;
        }
    }

    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public static Exception Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new RecordReader(payload);
        _ = reader.Number();
        switch ((Form)reader.Choice(3))
        {
            case Form.Known:
                var diagnostic = DiagnosticMessage.Read(ref reader);
                var isTransient = reader.Flag();
                TimeSpan? retryAfter = reader.Flag() ? new(reader.Number()) : null;
                return new DocumentException(diagnostic, isTransient: isTransient, retryAfter: retryAfter);
            case Form.OutOfMemory:
                return new InsufficientMemoryException();
            default:
                return new RemoteException(reader.Text(), reader.Text());
        }
    }
}
