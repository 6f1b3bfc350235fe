using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Output.State;

/// <summary>An output that a run wrote, as the state knows it.</summary>
internal sealed class RecordedOutput
{
    private readonly PathTable _paths;
    private readonly OutputDetails _details;

    internal RecordedOutput(PathTable paths, RecordedRun run, RecordReader reader)
    {
        _paths = paths;
        Run = run;
        RecordBytes = reader.Rest.Length;
        (Kind, IsFound) = OutputRecord.ReadKind(ref reader);
        Output = reader.Text();
        SourceNumber = (int)reader.Number();
        BaseNumber = (int)reader.Number();
        Part = OutputRecord.HasPart(Kind) ? reader.Text() : "";
        SourceStamp = new(reader.Number(), (long)reader.Fixed(), (long)reader.Fixed(), reader.Fixed());
        SourceHash = new(reader.Fixed());
        OutputLength = reader.Number();
        OutputHash = new(reader.Fixed());
        _details = new(paths, reader.Rest);

        // Numbers of paths that do not exist mean that the state was not written by FastMd.
        _ = (Source, BasePath);
    }

    /// <summary>What it is to its source.</summary>
    public OutputKind Kind { get; }

    /// <summary>Name of the part of the source that it was made from; empty where it is all of it.</summary>
    public string Part { get; }

    /// <summary>What it was made from.</summary>
    public OutputOrigin Origin => new(Source, BasePath, Kind, Part, IsFound);

    /// <summary>Whether it existed before with the right content. It may belong to a user, so it is not removed.</summary>
    public bool IsFound { get; }

    /// <summary>Path in the destination, with forward slashes.</summary>
    public string Output { get; }

    /// <summary>Absolute path of the source.</summary>
    public string Source => _paths[SourceNumber];

    /// <summary>Absolute path of the folder the source was seen from.</summary>
    public string BasePath => _paths[BaseNumber];

    /// <summary>The source's stamp.</summary>
    public FileStamp SourceStamp { get; }

    /// <summary>The source's bytes.</summary>
    public ContentHash SourceHash { get; }

    /// <summary>The output's size in bytes.</summary>
    public long OutputLength { get; }

    /// <summary>The output's stamp; null where the run was killed before it was known, and perhaps before the output was there.</summary>
    public FileStamp? OutputStamp { get; internal set; }

    /// <summary>The output's bytes.</summary>
    public ContentHash OutputHash { get; }

    internal RecordedRun Run { get; }

    /// <summary>The record of what was there before; kept while it may be there still.</summary>
    internal RecordedOutput? Before { get; set; }

    /// <summary>How long its record is.</summary>
    internal int RecordBytes { get; }

    private int SourceNumber { get; }

    private int BaseNumber { get; }

    /// <summary>The files that go along with it, as absolute paths.</summary>
    public IReadOnlyList<string> Assets() => _details.Assets();

    /// <summary>What else the state knows of it.</summary>
    /// <param name="assetsOnly">Whether of what was looked up only files that go along are wanted.</param>
    public OutputFacts Facts(bool assetsOnly = false)
    {
        var head = new OutputFacts { SourceStamp = SourceStamp, SourceHash = SourceHash, OutputLength = OutputLength, OutputHash = OutputHash };
        return _details.AddTo(head, BasePath, assetsOnly);
    }

    /// <summary>The first path at which there is something else than when it was made; null where there is none.</summary>
    internal LookedUp? FirstChangedTarget() => _details.FirstChangedTarget();

    /// <summary>The record of the same output after it was found to be as it was, with the source's stamp of now.</summary>
    internal void WriteRenewed(RecordWriter writer, FileStamp source)
    {
        OutputRecord.WriteHead(writer, Kind, IsFound, Output, SourceNumber, BaseNumber, Part);
        OutputRecord.WriteContents(writer, source, SourceHash, OutputLength, OutputHash);
        writer.Raw(_details.Bytes.Span);
    }
}

/// <summary>An output that is about to be written.</summary>
internal sealed class AnnouncedOutput
{
    private readonly BuildState _state;
    private readonly string _output;

    internal AnnouncedOutput(BuildState state, string output)
    {
        _state = state;
        _output = output;
    }

    /// <summary>It was written.</summary>
    public void Confirm() => _state.Confirm(_output);
}

/// <summary>What an output is made from.</summary>
/// <param name="Source">Absolute path of the source; of a product of the whole tree the folder it is made from.</param>
/// <param name="BasePath">Absolute path of the folder it is seen from.</param>
/// <param name="Kind">What the output is to the source.</param>
/// <param name="Part">Name of the part of the source; empty where it is all of it.</param>
/// <param name="IsFound">Whether the output was there already as it should be, so that it may be somebody's.</param>
internal sealed record OutputOrigin(string Source, string BasePath, OutputKind Kind = OutputKind.Document, string Part = "", bool IsFound = false);
