namespace FastMd.Engine.Configuration;

/// <summary>Every setting FastMd has, once.</summary>
public static class SettingsTable
{
    /// <summary>Target format.</summary>
    public static readonly Setting<TargetFormat> To = new(
        "to", "-To", "--to", "FASTMD_TO", new Choice<TargetFormat>(), TargetFormat.Html,
        "What documents are converted to.");

    /// <summary>Markdown flavour.</summary>
    public static readonly Setting<MarkdownFlavor> Flavor = new(
        "flavor", "-Flavor", "--flavor", "FASTMD_FLAVOR", new Choice<MarkdownFlavor>(), MarkdownFlavor.Gfm,
        "Which Markdown documents are read as.");

    /// <summary>Raw HTML.</summary>
    public static readonly Setting<RawHtmlHandling> RawHtml = new(
        "rawHtml", "-RawHtml", "--raw-html", "FASTMD_RAW_HTML", new Choice<RawHtmlHandling>(), RawHtmlHandling.Allow,
        "What becomes of HTML written in a document.");

    /// <summary>Encoding of sources without a byte order mark.</summary>
    public static readonly Setting<string> Encoding = new(
        "encoding", "-Encoding", "--encoding", "FASTMD_ENCODING", new EncodingName(), "utf-8",
        "Encoding of sources without a byte order mark; output is always UTF-8 without one.");

    /// <summary>Invalid bytes fail the document.</summary>
    public static readonly Setting<bool> StrictEncoding = new(
        "strictEncoding", "-StrictEncoding", "--strict-encoding", "FASTMD_STRICT_ENCODING", new Switch(), false,
        "Whether bytes that the encoding does not allow fail a document rather than warn.");

    /// <summary>Patterns of files taken from directories.</summary>
    public static readonly Setting<IReadOnlyList<string>> Include = new(
        "include", "-Include", "--include", "FASTMD_INCLUDE", new PatternList(), Documents.DocumentFormats.DefaultPatterns,
        "Glob patterns of the files taken from a directory.");

    /// <summary>Patterns of files and folders left out of directories.</summary>
    public static readonly Setting<IReadOnlyList<string>> Exclude = new(
        "exclude", "-Exclude", "--exclude", "FASTMD_EXCLUDE", new PatternList(), [],
        "Glob patterns of the files and folders left out of a directory, besides hidden folders and node_modules.");

    /// <summary>Documents in parallel or one after the other.</summary>
    public static readonly Setting<bool> Parallel = new(
        "parallel", "-NoParallel", "--no-parallel", "FASTMD_PARALLEL", new Switch(), true,
        "Whether documents are converted in parallel; without it, one after the other.");

    /// <summary>Number of workers.</summary>
    public static readonly Setting<int> Workers = new(
        "workers", "-ThrottleLimit", "--jobs", "FASTMD_WORKERS", new WholeNumber(0, 1024), 0,
        "How many documents are converted at once; 0 means as many as there are processors.");

    /// <summary>Results in input order.</summary>
    public static readonly Setting<bool> Ordered = new(
        "ordered", "-Unordered", "--unordered", "FASTMD_ORDERED", new Switch(), true,
        "Whether results come in the order of the input; without it, as they are ready.");

    /// <summary>Small documents handed over at a time.</summary>
    public static readonly Setting<int> BatchSize = new(
        "batchSize", "-BatchSize", "--batch-size", "FASTMD_BATCH_SIZE", new WholeNumber(0, 10_000), 0,
        "How many small documents a worker takes at a time; 0 lets their sizes decide.");

    /// <summary>Time limit of a document.</summary>
    public static readonly Setting<double> TimeoutSeconds = new(
        "timeoutSeconds", "-TimeoutSec", "--timeout", "FASTMD_TIMEOUT_SECONDS", new RealNumber(0, 86_400), 30,
        "Seconds after which a document is given up; 0 means never.");

    /// <summary>Working-bytes budget.</summary>
    public static readonly Setting<int> MemoryLimitMB = new(
        "memoryLimitMB", "-MemoryLimitMB", "--memory-limit", "FASTMD_MEMORY_LIMIT_MB", new WholeNumber(1, 1_048_576), 512,
        "Megabytes that the documents in hand may be expected to need; a budget for admission, not a hard limit on the process.");

    /// <summary>Largest document taken.</summary>
    public static readonly Setting<int> MaxDocumentMB = new(
        "maxDocumentMB", "-MaxDocumentMB", "--max-document", "FASTMD_MAX_DOCUMENT_MB", new WholeNumber(1, 1024), 64,
        "Megabytes beyond which a document is refused.");

    /// <summary>Results that may wait for their turn.</summary>
    public static readonly Setting<int> ResultSlots = new(
        "resultSlots", "", "", "FASTMD_RESULT_SLOTS", new WholeNumber(2, 10_000_000), 10_000,
        "How many documents may be in hand or wait for their turn in the output.");

    /// <summary>All of them, in the order the documentation lists them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        To, Flavor, RawHtml, Encoding, StrictEncoding, Include, Exclude,
        Parallel, Workers, Ordered, BatchSize, TimeoutSeconds, MemoryLimitMB, MaxDocumentMB, ResultSlots,
    ];
}
