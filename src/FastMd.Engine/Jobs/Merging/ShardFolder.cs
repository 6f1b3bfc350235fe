using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs.Merging;

/// <summary>The destination of a shard, as it is to be merged.</summary>
internal sealed class ShardFolder
{
    private readonly BuildState _state;
    private readonly string _root;

    private ShardFolder(string path, ShardRecord record, BuildState state)
    {
        (Path, Record, _state) = (path, record, state);

        // All paths of the state are resolved from where it lies now; so is this one, and what lies in it keeps its name.
        _root = System.IO.Path.GetFullPath(record.Root, path);
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>What the run that wrote it says of it.</summary>
    public ShardRecord Record { get; }

    /// <summary>How messages call it.</summary>
    public string Name => $"shard {Record.Number} ('{Path}')";

    /// <summary>Reads one.</summary>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="DocumentException">It is none, or cannot be read.</exception>
    public static ShardFolder Open(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                throw Unfit($"'{path}' is no directory.");
            }

            if (ShardRecordFile.Read(path) is not { } record || !BuildState.IsIn(path))
            {
                throw Unfit(
                    $"'{path}' holds no shard: it is not what convert --shard wrote, or its folder .fastmd was left out when it was copied (some uploads leave out hidden files).");
            }

            // Whoever names the folder says that it is theirs, wherever it was written.
            var state = BuildState.Peek(path, record.Fingerprint, static (_, _) => PathKind.Nothing, trusts: true);
            return state.TakeProblem() is { } problem ? throw Unfit(problem) : new(path, record, state);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw Unfit($"What shard '{path}' holds cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>
    /// What it holds of its shard: the outputs of its documents, the files that go along with those, and what is said of documents that failed. What earlier
    /// runs left of documents that are another shard's now is not among it.
    /// </summary>
    public IReadOnlyList<MergedOutput> Outputs()
    {
        var byOutput = Record.Documents.Where(static document => document.Output is not null).ToLookup(static document => document.Output!, StringComparer.Ordinal);
        var names = Record.Documents.Select(static document => document.Name).ToHashSet(StringComparer.Ordinal);
        var assets = new HashSet<string>(PathRules.Comparer);
        var outputs = new List<MergedOutput>();
        foreach (var output in _state.Outputs.OrderBy(static output => output.Output, StringComparer.Ordinal))
        {
            if (output.Kind is OutputKind.Document or OutputKind.Part && IsOfJob(output) && byOutput[output.Output].FirstOrDefault() is { } document)
            {
                outputs.Add(new(this, output, document.Index));
                assets.UnionWith(output.Assets());

                // Of a book, what is in it goes along.
                assets.Add(output.Source);
            }
            else if (output.Kind == OutputKind.ErrorFile && names.Contains(NameOf(output)))
            {
                outputs.Add(new(this, output, Index: -1));
            }
        }

        outputs.AddRange(_state.Outputs.Where(output => output.Kind == OutputKind.Asset && assets.Contains(output.Source)).Select(output => new MergedOutput(this, output, Index: -1)));
        return outputs;
    }

    /// <summary>Absolute path of an output, where the shard wrote it.</summary>
    public string PathOf(RecordedOutput output) => _state.PathOf(output);

    /// <summary>Whether a file is, to the byte, what was written last, or what was there before if that came to nothing.</summary>
    public bool IsAsWritten(RecordedOutput output) => _state.IsAsWritten(output);

    /// <summary>A path of the state, as it is where the documents are now.</summary>
    /// <param name="path">Absolute path, resolved from where the shard lies.</param>
    /// <param name="root">Absolute path of the folder that the documents are seen from.</param>
    public string Rebased(string path, string root) => System.IO.Path.TrimEndingDirectorySeparator(_root) == root ? path : Joined(root, System.IO.Path.GetRelativePath(_root, path), path);

    /// <summary>What there is to say of shards that cannot be merged.</summary>
    public static DocumentException Unfit(string problem) => new(Diagnostic.Error(DiagnosticCodes.ShardsUnfit, problem));

    // A document that failed keeps what an earlier run made of it. Where that had other options, no run of now would call it current, and nor may the merged state.
    private bool IsOfJob(RecordedOutput output)
        => output.Run.Fingerprint is var made && (made.Engine, made.Options, made.Template) == (Record.Fingerprint.Engine, Record.Fingerprint.Options, Record.Fingerprint.Template);

    // A separator at the end, which says that it is a folder, stays.
    private static string Joined(string root, string relative, string path)
    {
        var joined = System.IO.Path.GetFullPath(relative, root);
        return System.IO.Path.EndsInDirectorySeparator(path) && !System.IO.Path.EndsInDirectorySeparator(joined) ? joined + System.IO.Path.DirectorySeparatorChar : joined;
    }

    private string NameOf(RecordedOutput output)
    {
        var name = PathRules.Relative(_root, output.Source).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        return output.Part.Length == 0 ? name : DocumentSource.NameOfPart(name, output.Part);
    }
}

/// <summary>An output of a shard that is merged.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Record">What its state knows of it.</param>
/// <param name="Index">Position of the document in the whole input; -1 where it is none.</param>
internal sealed record MergedOutput(ShardFolder Shard, RecordedOutput Record, long Index)
{
    /// <summary>Absolute path of the file in the shard.</summary>
    public string Path => Shard.PathOf(Record);

    /// <summary>Whether it is a document, or a part of one.</summary>
    public bool IsDocument => Index >= 0;
}
