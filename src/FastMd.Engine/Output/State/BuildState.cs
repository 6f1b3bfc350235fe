using FastMd.Engine.Documents;
using FastMd.Engine.Output.Logs;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The build state of a destination: the outputs of earlier runs and what each depended on, so that an unchanged output is not written again.
/// Thread-safe.
/// </summary>
internal sealed class BuildState : IDisposable
{
    private readonly object _gate;
    private readonly SharedLogs? _shared;
    private readonly List<(string Output, FileStamp Stamp)> _unconfirmed = [];
    private readonly string _destination;
    private readonly BuildFingerprint _fingerprint;
    private readonly StateLog _log;
    private readonly DestinationLock? _lock;
    private readonly RecordedRun? _run;
    private readonly bool _isBegun;
    private bool _hasBegun;
    private bool _isClosed;
    private string? _problem;

    private BuildState(string destination, BuildFingerprint fingerprint, StateLog log, DestinationLock? @lock, SharedLogs? shared = null)
    {
        _gate = shared?.Gate ?? new object();
        _shared = shared;
        _destination = destination;
        _fingerprint = fingerprint;
        _log = log;
        _lock = @lock;
        _run = @lock is null ? null : new(fingerprint, @lock.Now());
        HasProblem = log.Problem is not null;
        _isBegun = log.Problem is null && log.Outputs.Count > 0;
        _problem = log.Problem is { } problem ? $"The build state of '{destination}' is not used, or not all of it: {problem}." : null;
        if (_problem is null && @lock is { IsHonoured: false })
        {
            _problem = $"The file system of '{destination}' does not keep locks: see to it that only one run at a time writes there.";
        }
    }

    /// <summary>Whether earlier runs left anything in a destination.</summary>
    /// <param name="destination">Absolute path.</param>
    public static bool IsIn(string destination) => File.Exists(StateFolder.StateOf(destination));

    /// <summary>Locks the destination for a run and reads its state.</summary>
    /// <param name="destination">Absolute path; created if it does not exist.</param>
    /// <param name="fingerprint">What the run's outputs depend on, besides their sources.</param>
    /// <param name="look">Looks up what exists under a name in a folder, which is given by its absolute path.</param>
    /// <param name="trusts">Whether to trust a state that was written in another place, such as one that a build agent restored from its cache.</param>
    /// <exception cref="DestinationInUseException">Another run has it.</exception>
    /// <exception cref="IOException">The state can neither be read nor begun.</exception>
    /// <exception cref="UnauthorizedAccessException">The state can neither be read nor begun.</exception>
    public static BuildState Open(string destination, BuildFingerprint fingerprint, Func<string, string, PathKind> look, bool trusts = false)
    {
        destination = Path.TrimEndingDirectorySeparator(destination);
        var taken = DestinationLock.Acquire(StateFolder.Prepare(destination), destination);
        try
        {
            return new(destination, fingerprint, StateLog.Open(destination, look, trusts), taken);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Reads the state of a destination that several processes write to: each sees what the others recorded. What they record is of one run, which the
    /// first of them begins and the last one ends.
    /// </summary>
    /// <param name="destination">Absolute path.</param>
    /// <param name="fingerprint">What the outputs of all of them depend on, besides their sources.</param>
    /// <param name="look">Looks up what exists under a name in a folder, which is given by its absolute path.</param>
    /// <param name="trusts">Whether to trust a state that was written in another place.</param>
    /// <param name="taken">The lock on the destination, which the processes share. The state releases it.</param>
    /// <param name="logs">What the state becomes one of.</param>
    /// <param name="isFirst">Whether no other process takes part at this moment.</param>
    /// <exception cref="IOException">The state can neither be read nor begun.</exception>
    /// <exception cref="UnauthorizedAccessException">The state can neither be read nor begun.</exception>
    public static BuildState Share(
        string destination, BuildFingerprint fingerprint, Func<string, string, PathKind> look, bool trusts, DestinationLock taken, SharedLogs logs, bool isFirst)
    {
        ArgumentNullException.ThrowIfNull(logs);
        using (logs.Enter())
        {
            var log = StateLog.Open(destination, look, trusts, isShared: true, isFirst);
            var state = new BuildState(destination, fingerprint, log, taken, logs) { _hasBegun = true };
            if (isFirst)
            {
                log.Begin(state._run!);
            }

            log.Flush();
            return state;
        }
    }

    /// <summary>Reads what earlier runs left, for a run that writes nothing.</summary>
    /// <param name="destination">Absolute path.</param>
    /// <param name="fingerprint">What the run's outputs would depend on, besides their sources.</param>
    /// <param name="look">Looks up what exists under a name in a folder, which is given by its absolute path.</param>
    /// <param name="trusts">Whether to trust a state that was written in another place, such as one that a build agent restored from its cache.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static BuildState Peek(string destination, BuildFingerprint fingerprint, Func<string, string, PathKind> look, bool trusts = false)
    {
        destination = Path.TrimEndingDirectorySeparator(destination);
        return new(destination, fingerprint, StateLog.Read(destination, look, trusts), null);
    }

    /// <summary>The outputs as they were last written.</summary>
    public IReadOnlyList<RecordedOutput> Outputs
    {
        get
        {
            lock (_gate)
            {
                return [.. _log.Outputs];
            }
        }
    }

    /// <summary>Whether what earlier runs left could not be used, or not all of it.</summary>
    public bool HasProblem { get; }

    /// <summary>Whether the state lists every file that FastMd wrote to the destination.</summary>
    internal bool IsComplete => _isBegun;

    /// <summary>Whether FastMd wrote a file.</summary>
    /// <param name="output">Its absolute path.</param>
    internal bool IsRecorded(string output)
    {
        var name = PathTable.Portable(_destination, output);
        lock (_gate)
        {
            // On a case-insensitive file system the document may have been renamed by case only.
            return _log.Find(name) is not null
                || (PathRules.Comparer != StringComparer.Ordinal && _log.Outputs.Any(record => PathRules.Comparer.Equals(record.Output, name)));
        }
    }

    /// <summary>Absolute paths of the folders that runs which were killed wrote to.</summary>
    internal IReadOnlyList<string> UnfinishedFolders()
    {
        lock (_gate)
        {
            return [.. _log.Outputs.Where(static output => output.Run.Ended is null).Select(output => Path.GetDirectoryName(PathOf(output))!).Distinct()];
        }
    }

    /// <summary>The problem with the state as a whole; returned once.</summary>
    public string? TakeProblem() => Interlocked.Exchange(ref _problem, null);

    /// <summary>Whether an output has to be written, as far as stamps tell.</summary>
    /// <param name="origin">What it would be made from.</param>
    /// <param name="output">Absolute path of the output.</param>
    /// <param name="stamp">The source's stamp where it was taken in this run; null where it is to be taken.</param>
    public Freshness Check(OutputOrigin origin, string output, FileStamp? stamp = null)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var name = PathTable.Portable(_destination, output);
        RecordedOutput? record;
        lock (_gate)
        {
            record = _log.Find(name);
        }

        if (record is null)
        {
            return Freshness.Stale("it is new");
        }

        if (DifferenceOf(record, origin) is { } difference)
        {
            return Freshness.Stale(difference, record);
        }

        // The length of the container does not tell whether one of its parts changed.
        if ((stamp ?? FileStamp.Of(origin.Source)) is not { } source || (origin.Part.Length == 0 && source.Length != record.SourceStamp.Length))
        {
            return Freshness.Stale(StaleReasons.SourceChanged, record);
        }

        return FileStamp.Of(output) switch
        {
            null => Freshness.Stale("its output is gone", record),
            { } written when written.Length != record.OutputLength => Freshness.Stale(StaleReasons.OutputChanged, record),
            { } written => Freshness.Of(
                record,
                isSourceSure: source == record.SourceStamp && record.Run.TrustsSource(source),
                isOutputSure: written == record.OutputStamp && record.Run.TrustsOutput(written)),
        };
    }

    /// <summary>Compares content where stamps are not conclusive. Returns why the output is stale, or null when it is current.</summary>
    /// <param name="freshness">What <see cref="Check"/> gave, without a reason.</param>
    /// <param name="source">Hash of the source as it is now.</param>
    /// <param name="sourceStamp">Its stamp, taken before it was read.</param>
    public string? Confirm(Freshness freshness, ContentHash source, FileStamp sourceStamp)
    {
        ArgumentNullException.ThrowIfNull(freshness);
        if (source != freshness.Record!.SourceHash)
        {
            return StaleReasons.SourceChanged;
        }

        if (!IsOutputIntact(freshness))
        {
            return StaleReasons.OutputChanged;
        }

        Renew(freshness.Record, sourceStamp);
        return null;
    }

    /// <summary>Whether an output is there as it was written, by its content where its stamp does not tell.</summary>
    /// <param name="freshness">What <see cref="Check"/> gave, without a reason.</param>
    internal bool IsOutputIntact(Freshness freshness)
    {
        var output = PathOf(freshness.Record!);
        return FileStamp.Of(output) is not null && (freshness.IsOutputSure || HashOf(output) == freshness.Record!.OutputHash);
    }

    /// <summary>Records that an output is what its source would be converted to, by the stamps that both have now.</summary>
    /// <param name="record">The output.</param>
    /// <param name="sourceStamp">The stamp of its source, taken before that was read.</param>
    internal void Renew(RecordedOutput record, FileStamp sourceStamp)
    {
        if (FileStamp.Of(PathOf(record)) is { } stamp)
        {
            Write(log => log.Renew(record, sourceStamp, stamp));
        }
    }

    /// <summary>Compares content where stamps are not conclusive, for a dry run, which does not read the document itself.</summary>
    public Freshness Settle(Freshness freshness)
    {
        ArgumentNullException.ThrowIfNull(freshness);
        if (freshness is not { Record: { } record, Reason: null, IsCurrent: false })
        {
            return freshness;
        }

        // For a part only the hash of its own text is recorded, not that of the container.
        var reason = record is { Kind: not OutputKind.Part, Part.Length: 0 } && FileStamp.Of(record.Source) is { } stamp && HashOf(record.Source) is { } hash
            ? Confirm(freshness, hash, stamp)
            : StaleReasons.SourceChanged;
        return reason is null ? Freshness.Of(record, isSourceSure: true, isOutputSure: true) : Freshness.Stale(reason, record);
    }

    /// <summary>Announces an output before it is written, so that the next run recognises it if the process is killed.</summary>
    /// <param name="origin">What it is made from.</param>
    /// <param name="output">Absolute path of the output.</param>
    /// <param name="facts">All else.</param>
    /// <returns>Notified once the output is written.</returns>
    public AnnouncedOutput Announce(OutputOrigin origin, string output, OutputFacts facts)
    {
        var name = PathTable.Portable(_destination, output);
        Write(log => log.Announce(origin, name, facts));
        return new(this, output);
    }

    internal void Confirm(string output)
    {
        // If the output is already gone, another process removed it; the next run writes it again.
        if (FileStamp.Of(output) is not { } stamp)
        {
            return;
        }

        var name = PathTable.Portable(_destination, output);
        if (_shared is null)
        {
            Write(log => log.Confirm(name, stamp));
        }
        else
        {
            // Outputs of a process that was killed are compared by content anyway: the next record of this one takes it along.
            lock (_gate)
            {
                _unconfirmed.Add((name, stamp));
            }
        }
    }

    /// <summary>Whether an output is still what was written, to the byte; false where it is gone.</summary>
    public bool IsAsWritten(RecordedOutput record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var path = PathOf(record);
        return FileStamp.Of(path) is { } stamp
            && ((stamp == record.OutputStamp && record.Run.TrustsOutput(stamp)) || IsOneOf(record, stamp.Length, path));
    }

    /// <summary>Forgets an output.</summary>
    public void Remove(RecordedOutput record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Write(log => log.Remove(record.Output));
    }

    /// <summary>Absolute path of an output.</summary>
    public string PathOf(RecordedOutput record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Path.GetFullPath(record.Output, _destination);
    }

    /// <summary>Reads what other processes recorded that share the destination.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void CatchUp()
    {
        lock (_gate)
        {
            if (_shared is not null && !_isClosed)
            {
                using (_shared.Enter(_log))
                {
                }
            }
        }
    }

    /// <summary>Ends the run of processes that share the destination: what it wrote was written to the end.</summary>
    public void EndRun() => Write(log => log.End(_lock!.Now()));

    /// <summary>Ends the run, unless others share it, and releases the lock.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_hasBegun && _shared is null)
            {
                EndRun();
            }
            else if (_unconfirmed.Count > 0)
            {
                Write(static _ => { });
            }

            _log.Close();
            _lock?.Dispose();
            _hasBegun = false;
            _isClosed = true;
        }
    }

    private static bool IsOneOf(RecordedOutput record, long length, string path)
    {
        var hash = HashOf(path);
        for (var known = record; known is not null; known = known.Before)
        {
            if (known.OutputLength == length && known.OutputHash == hash)
            {
                return true;
            }
        }

        return false;
    }

    private static ContentHash? HashOf(string path)
    {
        try
        {
            return ContentHash.OfFile(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? DifferenceOf(RecordedOutput record, OutputOrigin origin)
    {
        var made = record.Run.Fingerprint;
        return record.Kind != origin.Kind || record.Source != origin.Source || record.Part != origin.Part ? $"its output was made from '{record.Source}'"
            : record.Kind == OutputKind.Asset ? null
            : made.Engine != _fingerprint.Engine ? "it was made by another version of FastMd"
            : made.Options != _fingerprint.Options ? "options changed"
            : made.Template != _fingerprint.Template ? "the template changed"
            : record.BasePath != origin.BasePath ? "its base path changed"
            : record.FirstChangedTarget() is { } target ? $"of what it links to, '{target.Path}' {NowIs(target.Kind)}"
            : null;
    }

    private static string NowIs(PathKind kind) => kind switch
    {
        PathKind.Nothing => "is gone",
        PathKind.File => "is now a file",
        _ => "is now a folder",
    };

    /// <summary>Writes to the log. A failure does not end the run: outputs that could not be recorded are converted again by the next run.</summary>
    private void Write(Action<StateLog> write)
    {
        lock (_gate)
        {
            if (_run is null || _isClosed)
            {
                return;
            }

            try
            {
                if (_shared is not null)
                {
                    using (_shared.Enter(_log))
                    {
                        ConfirmAll();
                        write(_log);
                    }

                    return;
                }

                if (!_hasBegun)
                {
                    _log.Begin(_run);
                    _hasBegun = true;
                }

                write(_log);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Where others share it, what is in memory is ahead of the file: nothing that this process would append makes sense any more.
                _problem = $"The build state of '{_destination}' cannot be written ({failure.Message}): the next run converts again what this one did.";
                _isClosed = true;
            }
        }
    }

    private void ConfirmAll()
    {
        // Another process may have removed it meanwhile.
        var outputs = _unconfirmed.Where(output => _log.Find(output.Output) is not null).ToList();
        _unconfirmed.Clear();
        foreach (var (output, stamp) in outputs)
        {
            _log.Confirm(output, stamp);
        }
    }
}
