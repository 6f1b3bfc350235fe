using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Sharding;

/// <summary>The shard of a job that this process does: which of the planned documents are its own, and what is written down of it for a merge.</summary>
/// <param name="options">What the job depends on.</param>
/// <param name="number">Which shard.</param>
/// <param name="time">The clock.</param>
internal sealed class JobShard(JobOptions options, ShardNumber number, TimeProvider time)
{
    private readonly string? _destination = options.Destination is { } named ? Path.TrimEndingDirectorySeparator(named) : null;
    private ShardRecord? _record;

    /// <summary>The documents of the shard, in the order of the input; they keep the indexes that they have in it.</summary>
    /// <param name="planned">All documents of the job, those that are refused included.</param>
    public PlannedDocument[] Of(PlannedDocument[] planned)
    {
        var root = RootOf(planned);
        PlanItem[] items = [.. planned.Select(document => new PlanItem(NameOf(document.Source, root), BytesOf(document.Source), default))];
        var fingerprint = JobFingerprint.Of(options);
        using var work = new ShardWorkSource(number, time);
        work.Publish(new(root, options.Target.Name, fingerprint.Hash, items));
        var share = work.Claim()?.Items ?? [];
        _record = _destination is not { } destination ? null : new()
        {
            Number = number,
            Split = ShardSplit.HashOf(items),
            Fingerprint = fingerprint,
            Root = PathTable.Portable(destination, root),
            RootThere = root,
            Settings = options.Settings is { } settings ? [.. SettingsOf(settings)] : null,
            Documents =
            [
                .. share.Select(item => new ShardDocument(
                    planned[item].Index, items[item].Name, planned[item].OutputPath is { } output ? PathTable.Portable(destination, output) : null)),
            ],
        };
        return [.. share.Select(item => planned[item])];
    }

    /// <summary>Writes down in the destination that the shard is being converted.</summary>
    /// <returns>What is wrong where that cannot be; null where it can.</returns>
    public Diagnostic? Begin() => Write(_record);

    /// <summary>Writes down in the destination that the shard is converted.</summary>
    /// <param name="failed">How many of its documents failed.</param>
    /// <returns>What is wrong where that cannot be; null where it can.</returns>
    public Diagnostic? Finish(long failed) => Write(_record is null ? null : _record with { IsFinished = true, Failed = failed });

    /// <summary>The name of a document in a plan: the same on every machine.</summary>
    /// <param name="source">The document.</param>
    /// <param name="root">Absolute path of the folder that all are seen from.</param>
    internal static string NameOf(DocumentSource source, string root)
        => source.Path is null ? source.Name : PathRules.Relative(root, source.Name).Replace(Path.DirectorySeparatorChar, '/');

    // Where the search did not say how large a file is, as of a link on some systems, all machines are to see the same.
    private static long BytesOf(DocumentSource source)
        => source is { Length: 0, Path: { } path, Part: null } ? FileStamp.Of(path)?.Length ?? 0 : source.Length;

    /// <summary>The settings as another process can read them: paths absolute. The address of a collector is nobody's business that has the outputs.</summary>
    private static IEnumerable<(string Key, string Json)> SettingsOf(SettingsResolver settings)
        => settings.ResolveAll().Where(static setting => setting.Origin is not (SettingOrigin.Default or SettingOrigin.ResourceProfile) && setting.Setting != SettingsTable.OtlpEndpoint).Select(setting => (
            setting.Setting.Key,
            setting.Setting is Setting<string> { IsPath: true } path ? path.JsonOf(settings.GetPath(path) ?? "") : setting.Json));

    /// <summary>The folder that holds all trees the documents are of.</summary>
    private string RootOf(PlannedDocument[] planned)
    {
        var roots = planned.Select(document => Path.TrimEndingDirectorySeparator(document.Source.BasePath ?? options.BasePath)).Distinct(PathRules.Comparer).ToList();
        return roots is [var only] ? only
            : CommonFolder.Of(roots.Select(static folder => Path.Join(folder, "."))) ?? options.BasePath;
    }

    private Diagnostic? Write(ShardRecord? record)
    {
        if (record is null || !options.Incremental || options.DryRun)
        {
            return null;
        }

        try
        {
            ShardRecordFile.Write(_destination!, record);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Diagnostic.Error(
                DiagnosticCodes.BuildStateProblem, $"Which shard '{_destination}' holds cannot be written down, and it cannot be merged: {failure.Message}");
        }
    }
}
