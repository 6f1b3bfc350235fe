using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>A document as a worker on another machine gets it: what is to be done with it, never its text. Equal messages stand for equal outputs.</summary>
/// <param name="Work">What is to be done.</param>
/// <param name="OutputPath">Absolute path of the output.</param>
/// <param name="Hash">Hash of its file, or of the file that it is a part of.</param>
/// <param name="IsForeign">Whether there is a file in the output's place that FastMd did not write.</param>
internal sealed record RemoteDocument(DocumentWork Work, string OutputPath, ContentHash Hash, bool IsForeign)
{
    /// <summary>The document as a message.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="sources">How sources are called on the way.</param>
    /// <param name="outputs">How outputs are called on the way.</param>
    public void Write(RecordWriter writer, WirePaths sources, WirePaths outputs)
    {
        var source = Work.Source;
        writer.Text(sources.Of(source.Path!));
        writer.Optional(source.Part);
        writer.Number(source.Length);
        writer.Number((long)source.Format);
        writer.Optional(Work.BasePath is { } basePath ? sources.Of(basePath) : null);
        writer.Text(Work.NameInTree);
        writer.Text(Work.Root);
        writer.Flag(Work.Current is not null);
        writer.Hash(Work.Current ?? default);
        writer.Text(outputs.Of(OutputPath));
        writer.Hash(Hash);
        writer.Flag(IsForeign);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="message">What <see cref="Write"/> made.</param>
    /// <param name="index">Its number in this process.</param>
    /// <param name="sources">Where sources lie here.</param>
    /// <param name="outputs">Where outputs lie here.</param>
    /// <exception cref="InvalidDataException">It is none, or lies where this worker neither reads nor writes.</exception>
    public static RemoteDocument Read(ReadOnlyMemory<byte> message, long index, WirePaths sources, WirePaths outputs)
    {
        var reader = new RecordReader(message);
        var (path, part, length) = (sources.ToSource(reader.Text()), reader.Optional(), reader.Number());
        var format = (DocumentFormat)reader.Choice(2);
        var basePath = reader.Optional() is { } seenFrom ? sources.ToLocal(seenFrom) : null;
        var (nameInTree, root, hasCurrent, current) = (reader.Text(), reader.Text(), reader.Flag(), reader.Hash());
        var source = DocumentSource.Restore(part is null ? path : DocumentSource.NameOfPart(path, part), path, part, null, length, format);
        var work = new DocumentWork(index, source) { BasePath = basePath, NameInTree = nameInTree, Root = root, Current = hasCurrent ? current : null };
        return new(work, outputs.ToOutput(reader.Text()), reader.Hash(), reader.Flag());
    }

    /// <summary>The document as the batch of a worker has it.</summary>
    public PlannedDocument ToPlanned() => new(Work.Index, Work.Source, OutputPath, Work.BasePath);
}
