using FastMd.Engine.Coordination;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>A job as its processes see it: the same for all of them, wherever they run.</summary>
internal static class SharedPlan
{
    /// <summary>The job, but for its documents.</summary>
    public static JobPlan Announce(JobOptions options, BuildFingerprint fingerprint) => new(
        options.BasePath,
        options.Target.Name,
        fingerprint.Hash,
        [])
    {
        Restarts = options.Rebuild,
    };

    /// <summary>The job with its documents.</summary>
    public static JobPlan Of(JobPlan announced, IReadOnlyList<PlannedDocument> documents)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        return announced with
        {
            Root = documents.Select(static document => document.Source.BasePath).FirstOrDefault(static path => path is not null) ?? announced.Root,
            Items = [.. documents.Select(document => ItemOf(document, names, announced.Root))],
        };
    }

    private static PlanItem ItemOf(PlannedDocument document, Dictionary<string, int> names, string root)
    {
        var source = document.Source;
        var name = PathRules.Relative(source.BasePath ?? root, source.Name).Replace('\\', '/');

        // A document may be given twice; each time it is a document of its own.
        names[name] = names.TryGetValue(name, out var before) ? before + 1 : 1;
        var stamp = source.Stamp ?? (source.Path is { } path ? FileStamp.Of(path) : null);
        return new(
            names[name] == 1 ? name : $"{name} ({names[name]})",
            source.Length,
            ContentHash.Of($"{stamp?.Length} {stamp?.Modified}"),
            document.IsUnchanged);
    }
}
