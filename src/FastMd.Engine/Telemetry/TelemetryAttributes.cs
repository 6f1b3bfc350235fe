namespace FastMd.Engine.Telemetry;

/// <summary>Names of the attributes that metrics and spans carry.</summary>
internal static class TelemetryAttributes
{
    /// <summary>What became of a document.</summary>
    public const string Status = "fastmd.status";

    /// <summary>The kind of a source document.</summary>
    public const string Format = "fastmd.format";

    /// <summary>The class of a document's size.</summary>
    public const string Tier = "fastmd.tier";

    /// <summary>Which cache was asked.</summary>
    public const string CacheName = "fastmd.cache.name";

    /// <summary>Whether workers have a document in hand.</summary>
    public const string WorkerState = "fastmd.worker.state";

    /// <summary>Path or name of a document.</summary>
    public const string Path = "fastmd.path";

    /// <summary>Bytes of a source.</summary>
    public const string InputSize = "fastmd.input.size";

    /// <summary>Bytes of an output.</summary>
    public const string OutputSize = "fastmd.output.size";

    /// <summary>Which try it is, from 1.</summary>
    public const string AttemptNumber = "fastmd.attempt.number";

    /// <summary>The code of the diagnostic that says why something failed.</summary>
    public const string ErrorType = "error.type";
}
