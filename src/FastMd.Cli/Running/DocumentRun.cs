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

    /// <summary>Runs a job; hands over its results, and says what it has to say between them. False where the user ended it.</summary>
    protected async Task<bool> RunAsync(
        ConversionJob job, IReadOnlyList<PlannedDocument> planned, Action<ConversionResult> take, CancellationToken interruption)
    {
        using var telemetry = new RunTelemetry(request.OtlpEndpoint, messages);
        try
        {
            await foreach (var result in job.RunAsync(planned, messages, interruption))
            {
                ShowNotices(job);
                take(result);
            }

            return true;
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Says what a job has to say.</summary>
    protected void ShowNotices(ConversionJob job)
    {
        while (job.TryTakeNotice(out var notice))
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

        while (job.TryTakeRemark(out var remark))
        {
            messages.Remark(remark);
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
