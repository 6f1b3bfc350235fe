using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Engine.Workers.Messages;

/// <summary>What came of a document. Its content is the end of the frame.</summary>
internal static class DoneMessage
{
    public static void Write(RecordWriter writer, long id, ExecutedDocument executed)
    {
        writer.Number(id);
        WriteFacts(writer, executed);
        writer.Flag(executed.Content is not null);
    }

    /// <summary>Writes all that came of a document but its content.</summary>
    public static void WriteFacts(RecordWriter writer, ExecutedDocument executed)
    {
        writer.Number(executed.Source.Bytes);
        writer.Hash(executed.Source.Hash);
        Write(writer, executed.Source.Stamp);
        writer.Flag(executed.IsCurrent);
        writer.Flag(executed.HasInclusions);
        Write(writer, executed.Inclusions);
        writer.Number(executed.Pages);
        writer.Optional(executed.Title);
        FrontMatterRecord.Write(writer, executed.FrontMatter);
        writer.Number(executed.Headings.Count);
        foreach (var heading in executed.Headings)
        {
            writer.Number(heading.Level);
            writer.Text(heading.Text);
            writer.Optional(heading.Id);
        }

        writer.Number(executed.Diagnostics.Count);
        foreach (var diagnostic in executed.Diagnostics)
        {
            DiagnosticMessage.Write(writer, diagnostic);
        }

        LinkRecord.Write(writer, executed);
        Write(writer, executed.Assets);
        writer.Number(executed.Stages.Read.Ticks);
        writer.Number(executed.Stages.Decode.Ticks);
        writer.Number(executed.Stages.Parse.Ticks);
        writer.Number(executed.Stages.Render.Ticks);
        writer.Number(executed.AllocatedElsewhere);
    }

    /// <summary>Reads what came of a document, which holds the frame from then on.</summary>
    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public static ExecutedDocument Read(Frame frame)
    {
        var reader = new RecordReader(frame.Payload);
        _ = reader.Number();
        var executed = ReadFacts(ref reader);
        if (reader.Flag())
        {
            return executed with { Content = new MemoryContent(reader.Rest, frame.Dispose) };
        }

        frame.Dispose();
        return executed;
    }

    /// <summary>Reads all that came of a document but its content.</summary>
    /// <exception cref="InvalidDataException">It is no such record.</exception>
    public static ExecutedDocument ReadFacts(ref RecordReader reader)
    {
        var (bytes, hash, stamp) = (reader.Number(), reader.Hash(), ReadStamp(ref reader));
        var executed = new ExecutedDocument
        {
            Source = new(bytes, stamp, hash),
            IsCurrent = reader.Flag(),
            HasInclusions = reader.Flag(),
            Inclusions = ReadTexts(ref reader),
            Pages = reader.Whole(),
            Title = reader.Optional(),
            FrontMatter = FrontMatterRecord.Read(ref reader),
            Headings = ReadHeadings(ref reader),
            Diagnostics = reader.Items<Diagnostic>(DiagnosticMessage.Read),
        };
        var (facts, lookups) = LinkRecord.Read(ref reader);
        return executed with
        {
            Links = facts,
            Lookups = lookups,
            Assets = ReadTexts(ref reader),
            Stages = new(ReadTime(ref reader), ReadTime(ref reader), ReadTime(ref reader), ReadTime(ref reader), TimeSpan.Zero),
            AllocatedElsewhere = reader.Number(),
        };
    }

    private static void Write(RecordWriter writer, FileStamp? stamp)
    {
        writer.Flag(stamp is not null);
        if (stamp is not null)
        {
            writer.Number(stamp.Length);
            writer.Number(stamp.Modified);
            writer.Number(stamp.Changed);
            writer.Fixed(stamp.File);
        }
    }

    private static FileStamp? ReadStamp(ref RecordReader reader)
        => reader.Flag() ? new(reader.Number(), reader.Number(), reader.Number(), reader.Fixed()) : null;

    private static void Write(RecordWriter writer, IReadOnlyCollection<string> texts)
    {
        writer.Number(texts.Count);
        foreach (var text in texts)
        {
            writer.Text(text);
        }
    }

    private static string[] ReadTexts(ref RecordReader reader) => reader.Items(static (ref RecordReader reader) => reader.Text());

    private static Heading[] ReadHeadings(ref RecordReader reader)
        => reader.Items(static (ref RecordReader reader) => new Heading(reader.Whole(), reader.Text(), reader.Optional()));

    private static TimeSpan ReadTime(ref RecordReader reader) => new(reader.Number());
}
