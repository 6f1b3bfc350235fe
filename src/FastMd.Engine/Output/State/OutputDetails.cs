using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The part of a record that is read when somebody asks for it. That it can be read is seen when the state is opened, without making
/// anything of it: no later reader meets a record that is not of our form.
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
    public IEnumerable<string> Assets()
    {
        var reader = new StateReader(Bytes);
        for (var left = reader.Count(); left > 0; left--)
        {
            var (number, _, isAsset) = Lookup(ref reader);
            if (isAsset)
            {
                yield return _paths[number];
            }
        }
    }

    /// <summary>The first path at which there is something else than when the output was made; null where there is none.</summary>
    public LookedUp? FirstChangedTarget()
    {
        var reader = new StateReader(Bytes);
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

    /// <summary>All of them, added to what the record's head says.</summary>
    /// <param name="head">What the record's head says.</param>
    /// <param name="assetsOnly">Whether of what was looked up only files that go along are wanted: those are few.</param>
    public OutputFacts AddTo(OutputFacts head, bool assetsOnly)
    {
        var reader = new StateReader(Bytes);
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
            Diagnostics = List(ref reader, (ref StateReader from) => new Diagnostic(
                (DiagnosticSeverity)from.Number(), from.Text(), from.Text(), (int)from.Number(), (int)from.Number())),
        };
    }

    private void Verify()
    {
        var reader = new StateReader(Bytes);
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
            if (reader.Number() is < 0 or > (long)DiagnosticSeverity.Error)
            {
                throw StateReader.NotOurs();
            }

            reader.SkipText();
            reader.SkipText();
            _ = (reader.Number(), reader.Number());
        }
    }

    private void VerifyLinks(ref StateReader reader)
    {
        _ = reader.Number();
        for (var left = reader.Count(); left > 0; left--)
        {
            _ = reader.Fixed();
        }

        for (var left = reader.Count(); left > 0; left--)
        {
            _paths.Verify(reader.Number());
            reader.SkipText();
            _ = (reader.Number(), reader.Number());
        }
    }

    private static (int Number, PathKind Kind, bool IsAsset) Lookup(ref StateReader reader)
    {
        var packed = reader.Number();
        return ((int)(packed >> 3), (PathKind)((packed >> 1) & 3), (packed & 1) != 0);
    }

    private LinkFacts Links(ref StateReader reader)
    {
        var paths = _paths;
        return new(
            (int)reader.Number(),
            List(ref reader, (ref StateReader from) => new ContentHash(from.Fixed())),
            List(ref reader, (ref StateReader from)
                => new AnchorReference(paths[(int)from.Number()], from.Text(), (int)from.Number(), (int)from.Number())));
    }

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
