using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Workers.Messages;

/// <summary>A document that a worker is to read and convert.</summary>
/// <param name="Id">Number of the request.</param>
/// <param name="Job">Number of the job that it belongs to.</param>
/// <param name="FreeMemory">Bytes of memory that it may need without asking.</param>
/// <param name="Work">What is to be done.</param>
internal sealed record WorkMessage(long Id, long Job, long FreeMemory, DocumentWork Work)
{
    public void Write(RecordWriter writer)
    {
        writer.Number(Id);
        writer.Number(Job);
        writer.Number(FreeMemory);
        writer.Number(Work.Index);
        writer.Number((long)Work.Kind);
        var source = Work.Source;
        writer.Text(source.Name);
        writer.Optional(source.Path);
        writer.Optional(source.Part);
        writer.Number(source.Length);
        writer.Number((long)source.Format);
        writer.Optional(Work.BasePath);
        writer.Text(Work.NameInTree);
        writer.Text(Work.Root);
        writer.Flag(Work.Current is not null);
        if (Work.Current is { } current)
        {
            writer.Hash(current);
        }

        writer.Optional(source.Text);
    }

    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public static WorkMessage Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new RecordReader(payload);
        var (id, job, freeMemory, index) = (reader.Number(), reader.Number(), reader.Number(), reader.Number());
        var kind = (WorkKind)reader.Choice((int)WorkKind.ReadText + 1);
        var (name, path, part, length) = (reader.Text(), reader.Optional(), reader.Optional(), reader.Number());
        var format = (DocumentFormat)reader.Choice(2);
        var (basePath, nameInTree, root) = (reader.Optional(), reader.Text(), reader.Text());
        ContentHash? current = reader.Flag() ? reader.Hash() : null;
        return new(id, job, freeMemory, new(index, DocumentSource.Restore(name, path, part, reader.Optional(), length, format))
        {
            Kind = kind,
            BasePath = basePath,
            NameInTree = nameInTree,
            Root = root,
            Current = current,
        });
    }
}
