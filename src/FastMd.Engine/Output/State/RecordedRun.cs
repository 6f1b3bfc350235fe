using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>A run that wrote outputs.</summary>
/// <param name="fingerprint">What its outputs depend on.</param>
/// <param name="began">When it began, in ticks of UTC by the clock of the file system.</param>
internal sealed class RecordedRun(BuildFingerprint fingerprint, long began)
{
    // Linux stamps files with a clock that ticks every ten milliseconds at the slowest.
    private const long FineTick = 20 * TimeSpan.TicksPerMillisecond;

    // FAT has the coarsest.
    private const long CoarseTick = 2 * TimeSpan.TicksPerSecond;

    public BuildFingerprint Fingerprint => fingerprint;

    public long Began => began;

    /// <summary>When it ended, in ticks; null where it was killed.</summary>
    public long? Ended { get; set; }

    /// <summary>Whether a source that still has the stamp this run saw is what it saw: it might have changed again within one tick.</summary>
    public bool TrustsSource(FileStamp stamp) => IsOlder(stamp, began);

    /// <summary>
    /// Whether an output that still has the stamp it was written with is what was written. Of a run that was killed, and of the last
    /// moment of one that was not, nothing is known until the outputs are read.
    /// </summary>
    public bool TrustsOutput(FileStamp stamp) => Ended is { } ended && IsOlder(stamp, ended);

    private static bool IsOlder(FileStamp stamp, long moment)
    {
        var latest = Math.Max(stamp.Modified, stamp.Changed);
        var tick = latest % TimeSpan.TicksPerSecond == 0 ? CoarseTick : FineTick;
        return latest + tick < moment;
    }
}

/// <summary>What all outputs of a run depend on, besides their sources.</summary>
/// <param name="Engine">The engine itself.</param>
/// <param name="Options">The options that outputs depend on.</param>
/// <param name="Template">The page template; the hash of nothing where there is none.</param>
/// <param name="Target">Name of what documents are converted to.</param>
internal sealed record BuildFingerprint(ContentHash Engine, ContentHash Options, ContentHash Template, string Target = "")
{
    /// <summary>All of it in one.</summary>
    public ContentHash Hash => ContentHash.Of($"{Engine.Hex} {Options.Hex} {Template.Hex} {Target}");
}
