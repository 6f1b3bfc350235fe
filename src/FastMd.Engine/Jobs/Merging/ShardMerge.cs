using System.Collections.Concurrent;
using System.Text.Json;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Merging;

/// <summary>
/// Joins the destinations of shards to what one run of all documents would have written: files, build state, what is made of all documents, and what links
/// between documents lead to nothing. First all is read and checked; nothing is written where anything is wrong.
/// </summary>
/// <param name="options">What is merged, and how.</param>
internal sealed class ShardMerge(MergeOptions options) : IDisposable
{
    private readonly List<ShardFolder> _shards = [];
    private IReadOnlyList<MergedOutput> _outputs = [];
    private JobDestination? _destination;
    private ConversionPlanner? _planner;
    private Target? _target;
    private bool _checksLinks;
    private string _root = "";

    /// <summary>How many shards were read.</summary>
    public int Shards => _shards.Count;

    /// <summary>How many documents are merged.</summary>
    public long Documents => _outputs.Count(static output => output.IsDocument);

    /// <summary>How many other files are merged.</summary>
    public long Others => _outputs.Count - Documents;

    /// <summary>How many documents failed when the shards were converted.</summary>
    public long Failed => _shards.Sum(static shard => shard.Record.Failed);

    /// <summary>Reads and checks the shards. Writes nothing.</summary>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>What keeps them from being merged; nothing where nothing does.</returns>
    /// <exception cref="DestinationInUseException">Another run is writing to the destination.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<Diagnostic> Read(CancellationToken cancellation)
    {
        var problems = new List<Diagnostic>();
        foreach (var path in options.Shards.Select(Path.TrimEndingDirectorySeparator).Distinct(PathRules.Comparer))
        {
            try
            {
                _shards.Add(ShardFolder.Open(path));
            }
            catch (DocumentException unfit)
            {
                problems.Add(unfit.Diagnostic);
            }
        }

        if (problems.Count == 0)
        {
            _shards.Sort(static (left, right) => left.Record.Number.Index.CompareTo(right.Record.Number.Index));
            problems.AddRange(MergeChecks.Fit(_shards, options.IsPartial));
        }

        if (problems.Count == 0)
        {
            _outputs = MergeChecks.Intact(MergeChecks.Joined(_shards, problems), problems, cancellation);
            problems.AddRange(_shards.Select(Unrecorded).OfType<Diagnostic>());
        }

        if (problems.Count == 0)
        {
            Open(problems);
        }

        return problems;
    }

    /// <summary>Whether a file is one that is merged; on some file systems names that differ in case are one.</summary>
    /// <param name="path">Absolute path of the file.</param>
    public bool IsOutput(string path) => _outputs.Any(output => path.Equals(PathOf(output), StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes what was read.</summary>
    /// <param name="cancellation">Cancels it; what was written until then is whole, and the merge can be repeated.</param>
    /// <returns>What there is to know of it, as it is done.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<JobRecord> Write(CancellationToken cancellation)
    {
        var failures = new ConcurrentQueue<JobNotice>();
        Parallel.ForEach(_outputs, new ParallelOptions { CancellationToken = cancellation }, output => Write(output, failures, cancellation));
        foreach (var failure in failures)
        {
            yield return new NoticeRecord(failure);
        }

        foreach (var record in Conclude())
        {
            yield return record;
        }

        if (_destination!.State.TakeProblem() is { } problem)
        {
            yield return new NoticeRecord(new(Diagnostic.Warning(DiagnosticCodes.BuildStateProblem, problem)));
        }

        ShardRecordFile.Remove(_destination.Path);
    }

    /// <inheritdoc/>
    public void Dispose() => _destination?.Dispose();

    /// <summary>What there is to say of a shard whose state knows fewer outputs than it wrote.</summary>
    private Diagnostic? Unrecorded(ShardFolder shard)
    {
        var known = shard.Outputs().Count(static output => output.IsDocument);
        var missing = shard.Record.Documents.Select(static document => document.Output).OfType<string>().Distinct(StringComparer.Ordinal).Count() - known;
        return shard.Record.IsFinished && missing > shard.Record.Failed
            ? ShardFolder.Unfit($"The build state of {shard.Name} knows nothing of {missing - shard.Record.Failed} outputs of the shard; convert it again.").Diagnostic
            : null;
    }

    /// <summary>Takes the destination, and sees to it that everything has its place there.</summary>
    private void Open(List<Diagnostic> problems)
    {
        var first = _shards[0].Record;
        _root = Path.TrimEndingDirectorySeparator(options.BasePath ?? RootOf(_shards[0]));
        try
        {
            var settings = SettingsOf(first);
            _target = options.Target ?? TargetOf(settings);
            _checksLinks = settings.Get(SettingsTable.LinkWarnings);
        }
        catch (Exception unknown) when (unknown is SettingException or JsonException)
        {
            problems.Add(ShardFolder.Unfit($"The settings of {_shards[0].Name} are not known here: {unknown.Message}").Diagnostic);
            return;
        }

        var job = new JobOptions
        {
            Destination = Path.TrimEndingDirectorySeparator(options.Destination),
            BasePath = _root,
            Target = _target,
            Incremental = true,
            OverwriteReadOnly = options.Force,
            Rebuild = options.Force,
            TrustsState = _shards.Exists(shard => PathRules.Comparer.Equals(shard.Path, Path.TrimEndingDirectorySeparator(options.Destination))),
        };
        _planner = new(job);
        _destination = new(job, _planner, problems.Add, TimeProvider.System, first.Fingerprint);
        if (_destination.State.Recorded is null)
        {
            problems.Add(ShardFolder.Unfit($"Without a build state nothing can be merged in '{_destination.Path}'.").Diagnostic);
            return;
        }

        foreach (var output in _outputs)
        {
            Claim(output, problems);
        }
    }

    private void Claim(MergedOutput output, List<Diagnostic> problems)
    {
        var (origin, path) = (MovedFacts.OriginOf(output, _root), PathOf(output));
        try
        {
            _planner!.ClaimFor(origin.Source, path, origin.BasePath);
            if (_destination!.Foreign.IsForeign(path, origin.BasePath) && !IsThere(output, path))
            {
                problems.Add(ForeignFiles.Refusal(path).Diagnostic);
            }
        }
        catch (DocumentException refused)
        {
            problems.Add(refused.Diagnostic);
        }
    }

    private void Write(MergedOutput output, ConcurrentQueue<JobNotice> failures, CancellationToken cancellation)
    {
        var path = PathOf(output);
        try
        {
            var isThere = IsThere(output, path);
            var origin = MovedFacts.OriginOf(output, _root);
            var isFound = isThere && output.Record.Kind == OutputKind.Asset && (output.Path == path ? output.Record.IsFound : !_destination!.State.Recorded!.IsRecorded(path));
            var announced = _destination!.State.Announce(origin with { IsFound = isFound }, path, MovedFacts.Of(output, _root));
            if (!isThere && output.Record.Kind == OutputKind.Asset)
            {
                _destination.Tree.Copy(output.Path, path, cancellation);
            }
            else if (!isThere)
            {
                _destination.Tree.WriteFrom(output.Path, path, static () => true, cancellation);
            }

            announced?.Confirm();
        }
        catch (DocumentException failure)
        {
            failures.Enqueue(new(failure.Diagnostic, path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failures.Enqueue(new(Diagnostic.Error(DiagnosticCodes.OutputUnwritable, failure.Message), path));
        }
    }

    /// <summary>What is left when all files are there.</summary>
    private IEnumerable<JobRecord> Conclude()
    {
        var links = new LinkBook(DiagnosticSeverity.Warning);
        var products = _target!.HasProducts ? new ProductStage(_target, _destination!, _planner!, _root) : null;
        var shardOf = new Dictionary<string, ShardFolder>(PathRules.Comparer);
        foreach (var output in _outputs.Where(static output => output.IsDocument).OrderBy(static output => output.Index))
        {
            var result = ResultOf(output);
            links.Consume(result);
            products?.Consume(result);
            shardOf[result.Document!.Path!] = output.Shard;
        }

        // What a shard could see for itself it has said.
        foreach (var dead in _checksLinks ? links.Check((document, target) => shardOf[document] != shardOf[target]) : [])
        {
            yield return new NoticeRecord(dead);
        }

        var written = new HashSet<string>(_outputs.Select(PathOf), PathRules.Comparer);
        foreach (var product in products?.Run(FirstFree()) ?? [])
        {
            yield return new ResultRecord(product);
            written.Add(product.OutputPath ?? "");
        }

        foreach (var stale in Stale(written))
        {
            yield return _destination!.Pruning!.Remove(stale) is { } kept ? new NoticeRecord(new(kept, stale.Path)) : new RemovedRecord(stale);
        }
    }

    /// <summary>What earlier runs left in the destination, and no shard holds: with --prune all of it, else files that say that a document failed which is there now.</summary>
    private List<StaleOutput> Stale(HashSet<string> written)
    {
        var state = _destination!.State.Recorded!;
        var converted = _outputs.Where(static output => output.IsDocument).Select(output => MovedFacts.OriginOf(output, _root)).Select(static origin => (origin.Source, origin.Part)).ToHashSet();
        return
        [
            .. state.Outputs.Where(output => !written.Contains(state.PathOf(output)))
                .Where(output => output.Kind == OutputKind.ErrorFile && converted.Contains((output.Source, output.Part)) || (options.Prune && !output.IsFound))
                .Select(output => new StaleOutput(state.PathOf(output), "no shard holds it", output)),
        ];
    }

    private ConversionResult ResultOf(MergedOutput output)
    {
        var origin = MovedFacts.OriginOf(output, _root);
        var facts = MovedFacts.Of(output, _root);
        var (part, format) = (origin.Part.Length == 0 ? null : origin.Part, DocumentFormats.OfPath(origin.Source));
        return new()
        {
            Index = output.Index,
            SourcePath = origin.Source,
            OutputPath = PathOf(output),
            Kind = origin.Kind,
            Status = ConversionStatus.Unchanged,
            Title = facts.Title,
            Links = facts.Links,
            Document = DocumentSource.Restore(part is null ? origin.Source : DocumentSource.NameOfPart(origin.Source, part), origin.Source, part, text: null, output.Record.SourceStamp.Length, format),
        };
    }

    // Products follow the documents, as they do in a run of all.
    private long FirstFree() => _shards.SelectMany(static shard => shard.Record.Documents).Select(static document => document.Index + 1).DefaultIfEmpty().Max();

    private string PathOf(MergedOutput output) => Path.GetFullPath(output.Record.Output, _destination!.Path);

    private static bool IsThere(MergedOutput output, string path)
        => output.Path == path || ForeignFiles.Holds(path, output.Record.OutputLength, () => output.Record.OutputHash);

    // A path of another system, such as one with a drive, means nothing here; what lies beside the shard as it lay there may be it.
    private static string RootOf(ShardFolder shard)
        => Path.IsPathFullyQualified(shard.Record.RootThere) ? shard.Record.RootThere : Path.GetFullPath(shard.Record.Root, shard.Path);

    private static Target TargetOf(SettingsResolver settings)
        => TargetList.DefaultOf(settings) is { HasProducts: false } plain ? plain : TargetList.From(settings);

    /// <summary>The settings that a shard was made with.</summary>
    private static SettingsResolver SettingsOf(ShardRecord record)
    {
        var settings = new SettingsResolver(static _ => null, file: null, workingDirectory: record.RootThere);
        foreach (var (key, value) in record.Settings ?? [])
        {
            using var json = JsonDocument.Parse(value);
            settings.GiveJson(SettingsTable.Find(key) ?? throw SettingException.Unknown(key, "the shard"), json.RootElement, "the shard");
        }

        return settings;
    }
}
