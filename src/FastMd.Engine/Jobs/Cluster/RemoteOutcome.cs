using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Messages;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>What a worker on another machine made of a document.</summary>
internal sealed record RemoteOutcome
{
    /// <summary>What became of it.</summary>
    public required ConversionStatus Status { get; init; }

    /// <summary>How long the last attempt took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How long writing took.</summary>
    public TimeSpan WriteTime { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How long it waited at the worker.</summary>
    public TimeSpan QueueWait { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public Diagnostic? Reason { get; init; }

    /// <summary>What came of it, but for the content; null where it failed.</summary>
    public ExecutedDocument? Executed { get; init; }

    /// <summary>Size of the output in bytes.</summary>
    public long OutputLength { get; init; }

    /// <summary>Hash of the output.</summary>
    public ContentHash OutputHash { get; init; }

    /// <summary>Whether the output was there already, and is a person's.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The output, where it goes by way of the broker; else empty.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The outcome as a message.</summary>
    public byte[] Write()
    {
        var writer = new RecordWriter();
        writer.Number((long)Status);
        writer.Number(Duration.Ticks);
        writer.Number(WriteTime.Ticks);
        writer.Number(Attempts);
        writer.Number(QueueWait.Ticks);
        writer.Flag(Reason is not null);
        if (Reason is not null)
        {
            DiagnosticMessage.Write(writer, Reason);
        }

        writer.Flag(Executed is not null);
        if (Executed is not null)
        {
            DoneMessage.WriteFacts(writer, Executed);
            writer.Number(OutputLength);
            writer.Hash(OutputHash);
            writer.Flag(IsForeign);
            writer.Raw(Content.Span);
        }

        return writer.Written.ToArray();
    }

    /// <summary>Reads an outcome.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static RemoteOutcome Read(ReadOnlyMemory<byte> message)
    {
        var reader = new RecordReader(message);
        var outcome = new RemoteOutcome
        {
            Status = (ConversionStatus)reader.Choice((int)ConversionStatus.Cancelled + 1),
            Duration = new(reader.Number()),
            WriteTime = new(reader.Number()),
            Attempts = reader.Whole(),
            QueueWait = new(reader.Number()),
            Reason = reader.Flag() ? DiagnosticMessage.Read(ref reader) : null,
        };
        return !reader.Flag()
            ? outcome
            : outcome with
            {
                Executed = DoneMessage.ReadFacts(ref reader),
                OutputLength = reader.Number(),
                OutputHash = reader.Hash(),
                IsForeign = reader.Flag(),
                Content = reader.Rest,
            };
    }
}
