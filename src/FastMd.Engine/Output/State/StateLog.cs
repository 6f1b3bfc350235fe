using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Output.Logs;

namespace FastMd.Engine.Output.State;

/// <summary>The records of a state, in the order they came to be: runs, folders, paths, outputs. Not thread-safe at once.</summary>
internal sealed class StateLog : IPathLog, ISharedLog
{
    private const int OfRun = 1;
    private const int OfEnd = 2;
    private const int OfPath = 3;
    private const int OfOutput = 4;
    private const int OfStamp = 5;
    private const int OfRemoval = 6;
    private const int OfFolder = 7;
    private const int OfSeal = 8;

    // Smaller files are not worth compacting.
    private const long SmallBytes = 64 * 1024;

    private readonly Dictionary<string, RecordedOutput> _outputs = new(StringComparer.Ordinal);
    private readonly RecordWriter _record = new();
    private readonly RecordWriter _pathRecord = new();
    private readonly string _destination;
    private readonly PathTable _paths;
    private RecordedRun? _lastRun;
    private RecordLog? _file;
    private long _liveBytes;
    private ContentHash? _seal;

    private StateLog(string destination, PathTable paths)
    {
        _destination = destination;
        _paths = paths;
    }

    /// <summary>The outputs as they were last written.</summary>
    public IReadOnlyCollection<RecordedOutput> Outputs => _outputs.Values;

    /// <summary>Why what was there could not be used, all of it; null where it could.</summary>
    public string? Problem { get; private set; }

    private long WholeBytes { get; set; }

    private bool NeedsCompaction => WholeBytes > SmallBytes && WholeBytes > 2 * _liveBytes;

    /// <summary>Reads what there is.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <param name="look">Looks up what exists under a name in a folder.</param>
    /// <param name="trusts">Whether to trust a state that was written in another place.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StateLog Read(string destination, Func<string, string, PathKind> look, bool trusts = false)
    {
        StateFolder.Check(destination);
        var log = new StateLog(destination, new(destination, look));
        var content = StateFile.Read(StateFolder.StateOf(destination));
        log.Problem = content.Problem;
        try
        {
            foreach (var record in content.Records)
            {
                log.Apply(record.Bytes);
            }

            if (content.Records.Count > 0 && !trusts && (log._seal is not { } seal || seal != StateSeal.Of(destination)))
            {
                return new(destination, new(destination, look)) { Problem = "it was not written where it lies, but copied, restored or made by somebody" };
            }

            log.WholeBytes = content.WholeBytes;
            return log;
        }
        catch (Exception foreign) when (foreign is InvalidDataException or ArgumentException)
        {
            return new(destination, new(destination, look)) { Problem = foreign.Message };
        }
    }

    /// <summary>Reads what there is, to add to it.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <param name="look">Looks up what exists under a name in a folder.</param>
    /// <param name="trusts">Whether to trust a state that was written in another place.</param>
    /// <param name="isShared">Whether other processes add to it, too.</param>
    /// <param name="isAlone">Whether none does at this moment, so that it may be compacted.</param>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static StateLog Open(
        string destination, Func<string, string, PathKind> look, bool trusts = false, bool isShared = false, bool isAlone = true)
    {
        var log = Read(destination, look, trusts);
        if (!isAlone && log.Problem is { } damage)
        {
            throw new IOException($"the build state that other processes are writing to cannot be used: {damage}");
        }

        if (isAlone && log.NeedsCompaction)
        {
            var problem = log.Problem;
            log.WriteCompacted();
            log = Read(destination, look, trusts);
            log.Problem = problem;
        }

        log._file = StateFile.Append(StateFolder.StateOf(destination), log.WholeBytes, isShared);
        if (StateSeal.Of(destination) is { } seal && seal != log._seal)
        {
            log.Seal(seal);
            log._file.Flush();
        }

        return log;
    }

    /// <inheritdoc/>
    public void CatchUp()
    {
        try
        {
            foreach (var record in _file!.ReadNew())
            {
                Apply(record.Bytes);
            }
        }
        catch (InvalidDataException foreign)
        {
            throw new IOException(foreign.Message, foreign);
        }
    }

    /// <inheritdoc/>
    public void Flush() => _file!.Flush();

    public RecordedOutput? Find(string output) => _outputs.GetValueOrDefault(output);

    /// <summary>Begins a run: the records that follow belong to it.</summary>
    public void Begin(RecordedRun run)
    {
        WriteRun(run);
        Append(OfRun);
        _lastRun = run;
    }

    /// <summary>The run is over.</summary>
    public void End(long moment)
    {
        _record.Clear();
        _record.Fixed((ulong)moment);
        Append(OfEnd);
        _file!.Flush();
        _lastRun!.Ended = moment;
    }

    /// <summary>Records an output before it is written, so that the record is in the file before the output exists.</summary>
    public void Announce(OutputOrigin origin, string output, OutputFacts facts)
    {
        _record.Clear();
        OutputRecord.Write(_record, origin, output, facts, NumberOf);
        AppendOutput();
        _file!.Flush();
    }

    /// <summary>
    /// Records the stamp of a written output. Not flushed at once, because outputs of a run that was killed are compared by content anyway.
    /// </summary>
    public void Confirm(string output, FileStamp stamp)
    {
        _record.Clear();
        _record.Text(output);
        _record.Fixed((ulong)stamp.Modified);
        _record.Fixed((ulong)stamp.Changed);
        _record.Fixed(stamp.File);
        Append(OfStamp);
        Stamp(output, stamp);
    }

    public void Renew(RecordedOutput known, FileStamp source, FileStamp output)
    {
        _record.Clear();
        known.WriteRenewed(_record, source);
        AppendOutput();
        Confirm(known.Output, output);
    }

    public void Remove(string output)
    {
        _record.Clear();
        _record.Text(output);
        Append(OfRemoval);
        _outputs.Remove(output);
    }

    public void Close() => _file?.Dispose();

    private void Seal(ContentHash seal)
    {
        _seal = seal;
        _record.Clear();
        _record.Fixed(seal.Value);
        Append(OfSeal);
    }

    private void Apply(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        switch (reader.Number())
        {
            case OfRun:
                _lastRun = new(new(new(reader.Fixed()), new(reader.Fixed()), new(reader.Fixed()), reader.Text()), (long)reader.Fixed());
                break;
            case OfEnd when _lastRun is not null:
                _lastRun.Ended = (long)reader.Fixed();
                break;
            case OfFolder:
                _paths.ReadFolder(reader.Text());
                _liveBytes += record.Length;
                break;
            case OfPath:
                _paths.ReadPath(reader.Number(), reader.Text());
                _liveBytes += record.Length;
                break;
            case OfOutput when _lastRun is not null:
                AddOutput(new(_paths, _lastRun, reader));
                break;
            case OfStamp when Find(reader.Text()) is { } written:
                Stamp(written.Output, new(written.OutputLength, (long)reader.Fixed(), (long)reader.Fixed(), reader.Fixed()));
                _liveBytes += record.Length;
                break;
            case OfSeal:
                _seal = new(reader.Fixed());
                _liveBytes += record.Length;
                break;
            case OfRemoval:
                _outputs.Remove(reader.Text());
                break;
            default:
                throw RecordReader.InvalidRecord();
        }
    }

    private void Stamp(string output, FileStamp stamp)
    {
        var written = _outputs[output];
        written.OutputStamp = stamp;
        written.Before = null;
    }

    private void AddOutput(RecordedOutput output)
    {
        if (_outputs.TryGetValue(output.Output, out var before))
        {
            _liveBytes -= before.RecordBytes;
            output.Before = before;
        }

        if (!PathRules.IsPlain(output.Output) && !IsInDestination(output.Output))
        {
            throw RecordReader.InvalidRecord();
        }

        _outputs[output.Output] = output;
        _liveBytes += output.RecordBytes;
    }

    /// <summary>
    /// Whether a name denotes a file in the destination, in its one canonical spelling. A record that names a file outside is invalid, and by another
    /// spelling the outputs of a run would not be recognised.
    /// </summary>
    private bool IsInDestination(string name)
    {
        var path = Path.GetFullPath(name, _destination);
        return PathRules.IsWithin(path, _destination)
            && name.Length > 0
            && path.AsSpan(_destination.Length).TrimStart(Path.DirectorySeparatorChar).Length == name.Length;
    }

    private void AppendOutput()
    {
        Append(OfOutput);
        AddOutput(new(_paths, _lastRun!, new(_record.Written.ToArray())));
    }

    private void Append(int kind) => Append(kind, _record);

    private void Append(int kind, RecordWriter record) => _file!.Append((byte)kind, record.Written);

    private int NumberOf(string path) => _paths.NumberOf(path, this);

    void IPathLog.Record(string portableFolder)
    {
        _pathRecord.Clear();
        _pathRecord.Text(portableFolder);
        Append(OfFolder, _pathRecord);
    }

    void IPathLog.Record(int folder, string name)
    {
        _pathRecord.Clear();
        _pathRecord.Number(folder);
        _pathRecord.Text(name);
        Append(OfPath, _pathRecord);
    }

    private void WriteRun(RecordedRun run)
    {
        _record.Clear();
        _record.Fixed(run.Fingerprint.Engine.Value);
        _record.Fixed(run.Fingerprint.Options.Value);
        _record.Fixed(run.Fingerprint.Template.Value);
        _record.Text(run.Fingerprint.Target);
        _record.Fixed((ulong)run.Began);
    }

    /// <summary>Announces the earlier versions first that may still be there in place of an unconfirmed output.</summary>
    private void AnnounceAll(RecordedOutput output)
    {
        if (output.Before is { } before)
        {
            AnnounceAll(before);
        }

        Announce(output.Origin, output.Output, output.Facts());
        if (output.OutputStamp is { } stamp)
        {
            Confirm(output.Output, stamp);
        }
    }

    /// <summary>Compacts the log: writes the file again without superseded records.</summary>
    private void WriteCompacted() => StateFile.Rewrite(StateFolder.StateOf(_destination), file =>
    {
        var compacted = new StateLog(_destination, new(_destination, static (_, _) => PathKind.Nothing)) { _file = file };
        if (_seal is { } seal)
        {
            compacted.Seal(seal);
        }

        foreach (var work in _outputs.Values.GroupBy(output => output.Run))
        {
            compacted.Begin(new(work.Key.Fingerprint, work.Key.Began));
            foreach (var output in work)
            {
                compacted.AnnounceAll(output);
            }

            if (work.Key.Ended is { } ended)
            {
                compacted.End(ended);
            }
        }
    });
}
