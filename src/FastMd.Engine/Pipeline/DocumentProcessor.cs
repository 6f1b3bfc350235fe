using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Pipeline;

/// <summary>One document: read and converted by an executor, then put in its place by a committer.</summary>
/// <param name="executor">Reads and converts.</param>
/// <param name="committer">Writes and records; null where results carry the content, or links are only checked.</param>
/// <param name="time">The clock; the system's where it is null.</param>
internal sealed class DocumentProcessor(IDocumentExecutor executor, IDocumentCommitter? committer = null, TimeProvider? time = null) : IDocumentProcessor
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ConversionResult Process(PlannedDocument document, Attempt attempt)
    {
        var work = committer?.WorkFor(document) ?? DocumentWork.Of(document, destination: null);
        using var executed = executor.Execute(work, attempt);
        if (committer is null || document.OutputPath is null)
        {
            return ConversionResult.Converted(document, executed, attempt) with { Content = executed.Content?.ReadText() };
        }

        var executedAt = _time.GetTimestamp();
        var result = committer.Commit(document, executed, attempt);
        return result with { Duration = attempt.Elapsed, Stages = executed.Stages with { Write = executed.IsCurrent ? default : _time.GetElapsedTime(executedAt) } };
    }

    /// <inheritdoc/>
    public ConversionResult Settle(PlannedDocument document)
        => document.Refusal is null ? committer!.Unchanged(document) : ConversionResult.Refused(document);
}
