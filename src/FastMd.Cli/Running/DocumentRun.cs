using FastMd.Cli.Telemetry;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Running;

/// <summary>One run of a command that goes over documents: how they are found, and how what there is to say of them is said.</summary>
internal abstract class DocumentRun(RunRequest request, ProcessEnvironment environment, MessageWriter messages, JobOptions options)
{
    protected RunRequest Request => request;

    protected ProcessEnvironment Environment => environment;

    protected MessageWriter Messages => messages;

    protected JobOptions Options => options;

    /// <summary>Whether something went wrong.</summary>
    protected bool HasFailed { get; set; }

    /// <summary>The documents that the paths of the request stand for.</summary>
    protected IReadOnlyList<DocumentSource> Find(CancellationToken interruption)
        => new SourceFinder(options, request.BasePath, environment.WorkingDirectory, OnUnreadable, Show).Find(request.Paths, interruption);

    /// <summary>Runs a job; hands over its results, and says what else there is to say. Gives what it came to, cancelled or not.</summary>
    protected async Task<SummaryRecord> RunAsync(
        ConversionJob job, IReadOnlyList<PlannedDocument> planned, JobRequest wanted, Action<ConversionResult> take, CancellationToken interruption)
    {
        SummaryRecord? summary = null;
        request.Dashboard?.Show(job, messages);
        messages.Begin(job.Live);
        using var telemetry = new RunTelemetry(request.OtlpEndpoint, messages);
        try
        {
            await foreach (var record in job.StreamAsync(planned, wanted, interruption))
            {
                summary = Show(record, take) ?? summary;
            }
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            // The summary came before.
        }

        return summary!;
    }

    /// <summary>Says what a job has to say of a run that writes nothing.</summary>
    protected void ShowNotices(ConversionJob job)
    {
        while (job.TryTakeNotice(out var notice))
        {
            Show(notice);
        }
    }

    private SummaryRecord? Show(JobRecord record, Action<ConversionResult> take)
    {
        switch (record)
        {
            case ResultRecord { Result: var result }:
                take(result);
                break;
            case NoticeRecord { Notice: var notice }:
                Show(notice);
                break;
            case ProgressRecord { Progress: var progress }:
                messages.Report(progress);
                break;
            case RemarkRecord { Text: var text }:
                messages.Remark(text);
                break;
            case RemovedRecord { Output: var output }:
                messages.Remark($"Removed {output.Path}: {output.Reason}");
                break;
            case ReportFailedRecord { Failure: var failure }:
                messages.Problem($"The report cannot be written: {failure.Message}");
                break;
            case SummaryRecord summary:
                messages.Report(summary.Progress);
                return summary;
        }

        return null;
    }

    private void Show(JobNotice notice)
    {
        if (notice.Path is { } path)
        {
            Show(path, notice.Diagnostic);
        }
        else
        {
            HasFailed |= notice.Diagnostic.Severity == DiagnosticSeverity.Error;
            messages.Show("fastmd", notice.Diagnostic);
        }
    }

    /// <summary>One diagnostic of a document, or of a folder. An error fails the run.</summary>
    protected void Show(string path, Diagnostic diagnostic)
    {
        HasFailed |= diagnostic.Severity == DiagnosticSeverity.Error;
        Say(path, diagnostic);
    }

    /// <summary>How the command shows it.</summary>
    protected virtual void Say(string path, Diagnostic diagnostic) => messages.Show(path, diagnostic);

    private void OnUnreadable(string folder, Exception failure)
        => Show(folder, Diagnostic.Error(DiagnosticCodes.SourceUnreadable, $"The folder cannot be read: {failure.Message}"));
}
