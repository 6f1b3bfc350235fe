using System.Collections.Concurrent;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Jobs.Live;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Jobs.Sharing;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>
/// Tells workers on other machines what is to be done, and commits what they did: to the job around it, a document that was converted elsewhere is a
/// document like any other.
/// </summary>
internal sealed class ClusterPublisher : IDocumentProcessor, IDisposable
{
    // A file that changes while it is hashed is hashed once more.
    private const int HashAttempts = 2;

    private readonly JobOptions _options;
    private readonly ClusterOptions _cluster;
    private readonly JobDestination _destination;
    private readonly DocumentCommitter _committer;
    private readonly RecordWriter _writer = new();
    private readonly ConcurrentDictionary<int, FileStamp> _changed = new();
    private readonly ConcurrentDictionary<int, Diagnostic> _unreadable = new();
    private readonly ConcurrentDictionary<int, bool> _announced = new();
    private readonly Lazy<IClusterBroker> _broker;
    private IReadOnlyList<PlannedDocument> _documents = [];
    private volatile ClusterJob? _job;
    private WirePaths _sources;
    private WirePaths _outputs;

    /// <summary>What publishes the documents of a job.</summary>
    /// <param name="options">What the job depends on.</param>
    /// <param name="destination">The folder that it writes to.</param>
    /// <param name="frontMatterOf">Reads the front matter of a document that was not converted.</param>
    public ClusterPublisher(JobOptions options, JobDestination destination, Func<DocumentSource, IReadOnlyDictionary<string, object?>?> frontMatterOf)
    {
        _options = options;
        _cluster = options.Sharing.Cluster!;
        _destination = destination;
        _sources = _outputs = new(_cluster.WorkingDirectory);
        _broker = new(_cluster.Connect);

        // Workers that write to the destination themselves were told what is there: what is there now is what they wrote.
        _committer = new(destination.Tree, destination.State, _cluster.Files == ClusterFiles.Store ? destination.Foreign : null, frontMatterOf);
    }

    private bool WorkersWrite => _cluster.Files != ClusterFiles.Store;

    /// <summary>The work of a job, at the broker.</summary>
    /// <param name="documents">The plan of the documents: each lies at its index.</param>
    /// <exception cref="SharedJobException">The broker cannot be reached.</exception>
    public IWorkSource Open(IReadOnlyList<PlannedDocument> documents)
    {
        _documents = documents;
        if (_destination.State.Recorded is null)
        {
            throw new SharedJobException($"The build state of '{_destination.Path}' cannot be used, and a job for workers on other machines needs it.");
        }

        var root = RootOf(documents) ?? _options.BasePath;
        if (_cluster.Files == ClusterFiles.Store)
        {
            (_sources, _outputs) = (new(root), new(_options.Destination!));
        }

        var id = ContentHash.Of($"{root}\n{_options.Destination}\n{_options.Target.Name}\n{_cluster.Files}").Hex;
        var description = ClusterDescription.Of(_options with { BasePath = root }, _sources, _outputs);
        var job = new ClusterJob(id, WireVersion.Engine, _options.NameFrom(root), _options.Sharing.Lease, _options.Sharing.Attempts, description).Anew();
        _job = job;
        if (_cluster.Files == ClusterFiles.Store)
        {
            Upload(id);
        }

        return _broker.Value.Publisher(job, _options.Batch.Ordered);
    }

    /// <summary>What workers are told, and whether to believe what they said earlier.</summary>
    public RemoteWork Work => new(WorkOf, IsIntact);

    /// <summary>Gives what a worker said of a document.</summary>
    public Func<PlannedDocument, ItemOutcome?> OutcomeOf { get; set; } = static _ => null;

    /// <inheritdoc/>
    public ConversionResult Process(PlannedDocument document, Attempt attempt)
    {
        var index = (int)document.Index;
        if (_unreadable.TryGetValue(index, out var unreadable))
        {
            return ConversionResult.NotConverted(document, ConversionStatus.Failed, unreadable, attempt);
        }

        var said = OutcomeOf(document) ?? throw new InvalidOperationException("Nothing was said of the document.");
        var outcome = said.Error is { } error
            ? new() { Status = ConversionStatus.Failed, Attempts = _options.Sharing.Attempts, Reason = Diagnostic.Error(error.Code, error.Message) }
            : RemoteOutcome.Read(said.Facts);
        var result = outcome.Executed is null ? NotConverted(document, outcome, attempt) : Commit(document, outcome, attempt);
        return result with { Duration = outcome.Duration, Attempts = outcome.Attempts, QueueWait = outcome.QueueWait };
    }

    /// <inheritdoc/>
    public ConversionResult Settle(PlannedDocument document)
        => document.Refusal is null ? _committer.Unchanged(document) : ConversionResult.Refused(document);

    /// <summary>Which run of the job it is; null before it is published.</summary>
    public string? RunName => _job is { } job ? ClusterLive.RunOf(job) : null;

    /// <summary>Tells those who watch the broker how this process gets on.</summary>
    public void Tell(string id, byte[] told)
    {
        // A broker that cannot be reached is told of by whoever needs it.
        if (_job is { } job && _broker.IsValueCreated)
        {
            _broker.Value.Tell(job.Id, id, told);
        }
    }

    /// <summary>What the processes of jobs told at the broker.</summary>
    public IReadOnlyCollection<byte[]> Told() => _job is not null && _broker.IsValueCreated ? _broker.Value.Told() : [];

    /// <summary>Deletes what workers that were killed left in the folders of outputs, when all is done.</summary>
    public void Sweep()
    {
        foreach (var folder in _documents.Select(static document => document.OutputPath).OfType<string>().Select(Path.GetDirectoryName).OfType<string>().Distinct())
        {
            _destination.Tree.Sweep(folder);
        }
    }

    public void Dispose()
    {
        if (_broker.IsValueCreated)
        {
            _broker.Value.Dispose();
        }
    }

    private ConversionResult NotConverted(PlannedDocument document, RemoteOutcome outcome, Attempt attempt)
    {
        // It was announced, and never written.
        if (_announced.TryRemove((int)document.Index, out _) && _destination.State.Recorded!.Check(DocumentCommitter.OriginOf(document), document.OutputPath!).Record is { } record)
        {
            _destination.State.Recorded.Remove(record);
        }

        return ConversionResult.NotConverted(document, outcome.Status, outcome.Reason!, attempt);
    }

    private ConversionResult Commit(PlannedDocument document, RemoteOutcome outcome, Attempt attempt)
    {
        var executed = outcome.Executed! with
        {
            // Files have other stamps on other machines.
            Source = outcome.Executed.Source with { Stamp = outcome.Executed.Source.Stamp is null ? null : StampOf(document) },
            Content = WorkersWrite ? new WrittenContent(document.OutputPath!, outcome.OutputLength, outcome.OutputHash) : new MemoryContent(outcome.Content),
            AllocatedElsewhere = 0,
        };
        var isRecorded = executed.IsCurrent || !(outcome.IsForeign || _cluster.Files == ClusterFiles.Local);
        var result = isRecorded ? _committer.Commit(document, executed, attempt) : ConversionResult.Converted(document, executed, attempt);
        _announced.TryRemove((int)document.Index, out _);
        return result with { Stages = executed.Stages with { Write = outcome.WriteTime } };
    }

    private ReadOnlyMemory<byte> WorkOf(int index)
    {
        var document = _documents[index];
        if (document.IsSettled)
        {
            return default;
        }

        ContentHash hash;
        try
        {
            hash = HashOf(index, document);
        }
        catch (DocumentException unreadable)
        {
            _unreadable[index] = unreadable.Diagnostic;
            return default;
        }

        var isForeign = WorkersWrite && _destination.Foreign.IsForeign(document.OutputPath!, document.BasePath ?? _options.BasePath);
        if (_cluster.Files == ClusterFiles.Shared && !isForeign && document.Freshness?.Record is null)
        {
            Announce(document, hash);
        }

        var work = _committer.WorkFor(document);
        lock (_writer)
        {
            _writer.Clear();
            new RemoteDocument(work, document.OutputPath!, hash, isForeign).Write(_writer, _sources, _outputs);
            return _writer.Written.ToArray();
        }
    }

    /// <summary>A file that a worker wrote is FastMd's, even where this process ends before it hears of it.</summary>
    private void Announce(PlannedDocument document, ContentHash hash)
    {
        if (_announced.TryAdd((int)document.Index, true) && document is { BasePath: not null })
        {
            _destination.State.Announce(DocumentCommitter.OriginOf(document), document.OutputPath!, new()
            {
                SourceStamp = StampOf(document) ?? new(0, 0, 0),
                SourceHash = hash,

                // What it will be is not known yet: whatever is there is not that.
                OutputLength = 0,
                OutputHash = default,
            });
        }
    }

    private ContentHash HashOf(int index, PlannedDocument document)
    {
        var path = document.Source.Path ?? throw new DocumentException(Diagnostic.Error(DiagnosticCodes.SourceUnreadable, "Text in memory cannot be sent to workers on other machines: write it to a file."));
        return SourceReader.Explained(() =>
        {
            for (var attempt = 1; ; attempt++)
            {
                var before = FileStamp.Of(path);
                var hash = ContentHash.OfFile(path);
                if (before == FileStamp.Of(path) || attempt == HashAttempts)
                {
                    if (before is not null && before != document.Source.Stamp)
                    {
                        _changed[index] = before;
                    }

                    return hash;
                }
            }
        });
    }

    private FileStamp? StampOf(PlannedDocument document) => _changed.TryGetValue((int)document.Index, out var stamp) ? stamp : document.Source.Stamp;

    /// <summary>Whether what an earlier run heard of a document still holds: it was done, and its output is there.</summary>
    private bool IsIntact(int index, ItemOutcome outcome)
        => outcome.Error is null
            && RemoteOutcome.Read(outcome.Facts) is { Executed: { } executed } known
            && (executed.IsCurrent || _cluster.Files != ClusterFiles.Shared || new WrittenContent(_documents[index].OutputPath!, known.OutputLength, known.OutputHash).IsThere);

    private static string? RootOf(IReadOnlyList<PlannedDocument> documents)
        => documents.Select(static document => document.BasePath ?? document.Source.BasePath).OfType<string>().Distinct().ToList() is { Count: > 0 } roots
            ? CommonFolder.Of(roots.Select(static root => Path.Join(root, "document")))
            : null;

    private void Upload(string job)
    {
        var archive = Path.Combine(Path.GetTempPath(), $"fastmd-{Path.GetRandomFileName()}");
        try
        {
            SourceArchive.Write(archive, _sources.Folder, _options.Destination!);
            _broker.Value.PutFile(job, SourceArchive.Name, archive);
        }
        finally
        {
            File.Delete(archive);
        }
    }
}
