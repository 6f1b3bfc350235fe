using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The part of a record that is parsed on demand. It is validated when the state is opened, without being parsed, so no later reader meets an invalid
/// record.
/// </summary>
internal readonly struct OutputDetails
{
    private readonly PathTable _paths;

    /// <summary>The details that a record ends with.</summary>
    /// <param name="paths">The paths the record speaks of.</param>
    /// <param name="bytes">The rest of the record.</param>
    /// <exception cref="InvalidDataException">They are not of our form.</exception>
    public OutputDetails(PathTable paths, ReadOnlyMemory<byte> bytes)
    {
        _paths = paths;
        Bytes = bytes;
        Verify();
    }

    /// <summary>As they stand in the file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The files that go along with the output, as absolute paths.</summary>
    public IReadOnlyList<string> Assets()
    {
        var assets = new List<string>();
        var reader = new RecordReader(Bytes);
        for (var left = reader.Count(); left > 0; left--)
        {
            var (number, _, isAsset) = Lookup(ref reader);
            if (isAsset)
            {
                assets.Add(_paths[number]);
            }
        }

        return assets;
    }

    /// <summary>The first path at which there is something else than when the output was made; null where there is none.</summary>
    public LookedUp? FirstChangedTarget()
    {
        var reader = new RecordReader(Bytes);
        for (var left = reader.Count(); left > 0; left--)
        {
            var (number, kind, isAsset) = Lookup(ref reader);
            if (_paths.KindAt(number) is var now && now != kind)
            {
                return new(_paths[number], now, isAsset);
            }
        }

        return null;
    }

    /// <summary>All of them, added to what the record's head says.</summary>
    /// <param name="head">What the record's head says.</param>
    /// <param name="basePath">Absolute path of the folder the source was seen from.</param>
    /// <param name="assetsOnly">Whether of what was looked up only files that go along are wanted: those are few.</param>
    public OutputFacts AddTo(OutputFacts head, string basePath, bool assetsOnly)
    {
        var reader = new RecordReader(Bytes);
        var lookedUp = new List<LookedUp>();
        for (var left = reader.Count(); left > 0; left--)
        {
            var (number, kind, isAsset) = Lookup(ref reader);
            if (isAsset || !assetsOnly)
            {
                lookedUp.Add(new(_paths[number], kind, isAsset));
            }
        }

        var flags = reader.Number();
        return head with
        {
            LookedUp = lookedUp,
            HasFrontMatter = (flags & OutputRecord.HasFrontMatter) != 0,
            Title = (flags & OutputRecord.HasTitle) != 0 ? reader.Text() : null,
            Links = (flags & OutputRecord.HasLinks) != 0 ? Links(ref reader) : null,
            Diagnostics = Diagnostics(ref reader, Path.TrimEndingDirectorySeparator(basePath)),
        };
    }

    private void Verify()
    {
        var reader = new RecordReader(Bytes);
        for (var left = reader.Count(); left > 0; left--)
        {
            _paths.Verify(reader.Number() >> 3);
        }

        var flags = reader.Number();
        if ((flags & OutputRecord.HasTitle) != 0)
        {
            reader.SkipText();
        }

        if ((flags & OutputRecord.HasLinks) != 0)
        {
            VerifyLinks(ref reader);
        }

        for (var left = reader.Count(); left > 0; left--)
        {
            DiagnosticRecord.Verify(ref reader, _paths);
        }
    }

    private void VerifyLinks(ref RecordReader reader)
    {
        _ = reader.Number();
        reader.SkipFixed(reader.Count());

        for (var left = reader.Count(); left > 0; left--)
        {
            _paths.Verify(reader.Number());
            reader.SkipText();
            _ = (reader.Number(), reader.Number());
        }
    }

    private static (int Number, PathKind Kind, bool IsAsset) Lookup(ref RecordReader reader)
    {
        var packed = reader.Number();
        return ((int)(packed >> 3), (PathKind)((packed >> 1) & 3), (packed & 1) != 0);
    }

    private LinkFacts Links(ref RecordReader reader)
    {
        var number = (int)reader.Number();
        var anchors = new ContentHash[reader.Count()];
        for (var i = 0; i < anchors.Length; i++)
        {
            anchors[i] = new(reader.Fixed());
        }

        var references = new AnchorReference[reader.Count()];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = new(_paths[(int)reader.Number()], reader.Text(), (int)reader.Number(), (int)reader.Number());
        }

        return new(number, anchors, references);
    }

    private Diagnostic[] Diagnostics(ref RecordReader reader, string root)
    {
        var diagnostics = new Diagnostic[reader.Count()];
        for (var i = 0; i < diagnostics.Length; i++)
        {
            diagnostics[i] = DiagnosticRecord.Read(ref reader, _paths, root);
        }

        return diagnostics;
    }
}
