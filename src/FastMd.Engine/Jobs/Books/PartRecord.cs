using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Workers.Messages;

namespace FastMd.Engine.Jobs.Books;

/// <summary>The text of a part, and its diagnostics, as they are kept in a file: behind a hash that tells whether it is whole.</summary>
internal static class PartRecord
{
    private const int HashBytes = 8;

    public static byte[] Write(SourceText text, ContentHash key)
    {
        var writer = new RecordWriter();
        writer.Hash(default);
        writer.Hash(key);
        writer.Number((long)text.Format);
        writer.Number(text.Pages);
        writer.Number(text.Diagnostics.Count);
        foreach (var diagnostic in text.Diagnostics)
        {
            DiagnosticMessage.Write(writer, diagnostic);
        }

        writer.Text(text.Text);
        var record = writer.Written.ToArray();
        var hash = new RecordWriter();
        hash.Hash(ContentHash.Of(record.AsSpan(HashBytes)));
        hash.Written.CopyTo(record);
        return record;
    }

    /// <exception cref="InvalidDataException">It is not whole, or of something else.</exception>
    public static SourceText Read(ReadOnlyMemory<byte> record, ContentHash key)
    {
        var reader = new RecordReader(record);
        if (record.Length < 2 * HashBytes || reader.Hash() != ContentHash.Of(record.Span[HashBytes..]) || reader.Hash() != key)
        {
            throw RecordReader.InvalidRecord();
        }

        var (format, pages) = ((DocumentFormat)reader.Choice(2), reader.Whole());
        var diagnostics = reader.Items(static (ref RecordReader reader) => DiagnosticMessage.Read(ref reader));
        return new(reader.Text(), format, diagnostics) { Pages = pages };
    }
}
