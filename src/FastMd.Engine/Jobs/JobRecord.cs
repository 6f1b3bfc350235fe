using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>One event of a run, tagged by its type: what a command line, a cmdlet or a protocol shows or serialises.</summary>
public abstract record JobRecord;

/// <summary>The outcome of a document, of a part, or of a file made of several documents.</summary>
/// <param name="Result">The outcome.</param>
public sealed record ResultRecord(ConversionResult Result) : JobRecord;

/// <summary>Something a person should know that is no part of a result.</summary>
/// <param name="Notice">What.</param>
public sealed record NoticeRecord(JobNotice Notice) : JobRecord;

/// <summary>How far the job is: five times a second while it runs.</summary>
/// <param name="Progress">How far.</param>
public sealed record ProgressRecord(BatchProgress Progress) : JobRecord;

/// <summary>Something on how the job runs, for those who want to know all.</summary>
/// <param name="Text">A sentence.</param>
public sealed record RemarkRecord(string Text) : JobRecord;

/// <summary>A stale output was removed.</summary>
/// <param name="Output">The output.</param>
public sealed record RemovedRecord(StaleOutput Output) : JobRecord;

/// <summary>The report could not be written.</summary>
/// <param name="Path">Absolute path of its file.</param>
/// <param name="Failure">Why.</param>
public sealed record ReportFailedRecord(string Path, Exception Failure) : JobRecord;

/// <summary>What a run came to; the last record.</summary>
/// <param name="Progress">The counts.</param>
/// <param name="IsCancelled">Whether it was cancelled before all documents were done.</param>
/// <param name="HasFailed">Whether a document, or anything else, failed; an alert too where that was asked for.</param>
/// <param name="StuckWorkers">Workers that are stuck in documents that were given up.</param>
public sealed record SummaryRecord(BatchProgress Progress, bool IsCancelled, bool HasFailed, int StuckWorkers) : JobRecord;
