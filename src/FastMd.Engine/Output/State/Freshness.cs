namespace FastMd.Engine.Output.State;

/// <summary>Why an output is stale, where only reading the files tells.</summary>
internal static class StaleReasons
{
    public const string SourceChanged = "its content changed";
    public const string OutputChanged = "its output was edited or cut off";
}

/// <summary>Whether an output is what a run would write now.</summary>
internal sealed record Freshness
{
    /// <summary>That of an output which is written whatever is known of it.</summary>
    public static Freshness Forced { get; } = Stale("everything is rebuilt");

    private Freshness()
    {
    }

    /// <summary>The output as it was last written; null where nothing is known of it.</summary>
    public RecordedOutput? Record { get; private init; }

    /// <summary>Why it has to be written, in words that end a sentence; null where it does not, as far as is known without reading.</summary>
    public string? Reason { get; private init; }

    /// <summary>Whether the source is as it was, for certain.</summary>
    public bool IsSourceSure { get; private init; }

    /// <summary>Whether the output is as it was, for certain.</summary>
    public bool IsOutputSure { get; private init; }

    /// <summary>Whether nothing has to be done, nor read.</summary>
    public bool IsCurrent => Reason is null && IsSourceSure && IsOutputSure;

    internal static Freshness Stale(string reason, RecordedOutput? record = null) => new() { Reason = reason, Record = record };

    internal static Freshness Of(RecordedOutput record, bool isSourceSure, bool isOutputSure)
        => new() { Record = record, IsSourceSure = isSourceSure, IsOutputSure = isOutputSure };
}
