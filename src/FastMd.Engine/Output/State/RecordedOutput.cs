using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>An output that a run wrote, as the state knows it.</summary>
public sealed class RecordedOutput
{
    private readonly PathTable _paths;
    private readonly ReadOnlyMemory<byte> _details;

    internal RecordedOutput(PathTable paths, RecordedRun run, StateReader reader)
    {
        _paths = paths;
        Run = run;
        RecordBytes = reader.Rest.Length;
        IsAsset = reader.Number() != 0;
        Output = reader.Text();
        SourceNumber = (int)reader.Number();
        BaseNumber = (int)reader.Number();
        SourceStamp = new(reader.Number(), (long)reader.Fixed(), (long)reader.Fixed());
        SourceHash = new(reader.Fixed());
        OutputLength = reader.Number();
        OutputHash = new(reader.Fixed());
        _details = reader.Rest;
    }

    /// <summary>Whether it is a file that was copied along; else a document was converted.</summary>
    public bool IsAsset { get; }

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
    public IEnumerable<string> Assets()
    {
        var reader = new StateReader(_details);
        for (var left = reader.Count(); left > 0; left--)
        {
            var (number, _, isAsset) = Lookup(ref reader);
            if (isAsset)
            {
                yield return _paths[number];
            }
        }
    }

    /// <summary>What else the state knows of it.</summary>
    public OutputFacts Facts()
    {
        var reader = new StateReader(_details);
        var lookedUp = List(ref reader, (ref StateReader from) =>
        {
            var (number, kind, isAsset) = Lookup(ref from);
            return new LookedUp(_paths[number], kind, isAsset);
        });
        var flags = reader.Number();
        return new()
        {
            SourceStamp = SourceStamp,
            SourceHash = SourceHash,
            OutputLength = OutputLength,
            OutputHash = OutputHash,
            LookedUp = lookedUp,
            HasFrontMatter = (flags & OutputRecord.HasFrontMatter) != 0,
            Title = (flags & OutputRecord.HasTitle) != 0 ? reader.Text() : null,
            Links = (flags & OutputRecord.HasLinks) != 0 ? Links(ref reader) : null,
            Diagnostics = List(ref reader, (ref StateReader from) => new Diagnostic(
                (DiagnosticSeverity)from.Number(), from.Text(), from.Text(), (int)from.Number(), (int)from.Number())),
        };
    }

    /// <summary>The first path at which there is something else than when it was made; null where there is none.</summary>
    internal LookedUp? FirstChangedTarget()
    {
        var reader = new StateReader(_details);
        for (var left = reader.Count(); left > 0; left--)
        {
            var (number, kind, isAsset) = Lookup(ref reader);
            if (_paths.WhatIsAt(number) is var now && now != kind)
            {
                return new(_paths[number], now, isAsset);
            }
        }

        return null;
    }

    /// <summary>The record of the same output after it was found to be as it was, with the source's stamp of now.</summary>
    internal void WriteRenewed(StateWriter writer, FileStamp source)
    {
        OutputRecord.WriteHead(writer, IsAsset, Output, SourceNumber, BaseNumber);
        OutputRecord.WriteContents(writer, source, SourceHash, OutputLength, OutputHash);
        writer.Raw(_details.Span);
    }

    private static (int Number, PathKind Kind, bool IsAsset) Lookup(ref StateReader reader)
    {
        var packed = reader.Number();
        return ((int)(packed >> 3), (PathKind)((packed >> 1) & 3), (packed & 1) != 0);
    }

    private LinkFacts Links(ref StateReader reader) => new(
        (int)reader.Number(),
        List(ref reader, (ref StateReader from) => new ContentHash(from.Fixed())),
        List(ref reader, (ref StateReader from)
            => new AnchorReference(_paths[(int)from.Number()], from.Text(), (int)from.Number(), (int)from.Number())));

    private static T[] List<T>(ref StateReader reader, Read<T> read)
    {
        var list = new T[reader.Count()];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = read(ref reader);
        }

        return list;
    }

    private delegate T Read<T>(ref StateReader reader);
}
