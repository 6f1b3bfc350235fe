using FastMd.Engine.Coordination.Journal;

namespace FastMd.Engine.Coordination.Manifest;

/// <summary>A shared job as people and tools see it: what its journal comes to at one moment.</summary>
internal sealed record JobManifest
{
    /// <summary>Version of the form; its first number changes where readers of the one before would misread it.</summary>
    public const string SchemaVersion = "2.0.0";

    /// <summary>Absolute path of the folder that documents are seen from.</summary>
    public required string SourceRoot { get; init; }

    /// <summary>Path from the root of the one file that all documents are parts of; null where there is none.</summary>
    public string? BookFile { get; init; }

    /// <summary>Name of what documents are converted to.</summary>
    public required string Target { get; init; }

    /// <summary>When the job began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How far it is.</summary>
    public required WorkProgress Progress { get; init; }

    /// <summary>The processes that take part.</summary>
    public required IReadOnlyList<string> Workers { get; init; }

    /// <summary>Its documents, in the order they were published.</summary>
    public required IReadOnlyList<ItemState> Items { get; init; }

    /// <summary>The job of a destination, while others may be at it; null where there is none.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static JobManifest? Read(string destination)
    {
        var folder = new JobFolder(destination);
        return folder.HasJob && folder.Read().State is { Head: not null } state ? Of(state, worker => !LifeFile.IsDead(folder.Workers, worker.Id)) : null;
    }

    /// <summary>What a journal comes to.</summary>
    /// <param name="state">The journal.</param>
    /// <param name="isAlive">Tells processes that take part from those that ended and were not missed yet; null where all are taken to live.</param>
    public static JobManifest Of(JobState state, Func<JobWorker, bool>? isAlive = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var head = state.Head!;
        var items = state.Items.Where(static item => !item.IsGone).Select(static item => item.Snapshot()).ToArray();
        var workers = state.Workers.Where(worker => !worker.HasLeft && isAlive?.Invoke(worker) != false).Select(static worker => worker.Name).ToArray();
        return new()
        {
            SourceRoot = head.Root,
            BookFile = BookOf(items),
            Target = head.Target,
            StartedAt = head.Began,
            Progress = state.Progress with { Workers = workers.Length },
            Workers = workers,
            Items = items,
        };
    }

    private static string? BookOf(ItemState[] items)
    {
        if (items.Length == 0 || items[0].Name.IndexOf('#', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        var book = items[0].Name[..end];
        return Array.TrueForAll(items, item => item.Name.StartsWith(book + "#", StringComparison.Ordinal)) ? book : null;
    }
}
