using System.Globalization;
using FastMd.Cli.Running;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Check;

/// <summary>One run of <c>fastmd check</c>.</summary>
internal sealed class CheckRun(RunRequest request, bool isExternal, ProcessEnvironment environment, MessageWriter messages)
    : DocumentRun(request, environment, messages, OptionsOf(request, isExternal, environment))
{
    private readonly ExternalLinks? _external = isExternal ? new(request.Settings) : null;
    private FindingJsonWriter? _json;
    private long _documents;
    private long _checked;
    private long _dead;

    /// <summary>Runs; gives the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken interruption)
    {
        if (Request.Paths.Contains("-"))
        {
            throw new UsageException("Standard input has no place that its links could be followed from: name files or directories.");
        }

        await using var output = Environment.Output();
        _json = Request.Json ? new(output) : null;
        var sources = Find(interruption);
        using var job = new ConversionJob(Options);
        var planned = job.PlanAll(sources);
        DiagnosticsFile.Check(Request, planned);
        var summary = await RunAsync(job, planned, new(), Show, interruption);
        var isCancelled = summary.IsCancelled || (_external is not null && !await FinishedAsync(_external, interruption));
        Messages.Close(isCancelled ? "Cancelled. " + Summary() : Summary());
        return isCancelled ? ExitCodes.Cancelled : HasFailed || summary.HasFailed ? ExitCodes.ProblemFound : ExitCodes.Success;
    }

    protected override void Say(string path, Diagnostic diagnostic)
    {
        _dead += diagnostic.Code is DiagnosticCodes.DeadLink or DiagnosticCodes.DeadAnchor or DiagnosticCodes.ExternalLinkDead ? 1 : 0;
        if (_json is null)
        {
            Messages.Show(path, diagnostic);
        }
        else
        {
            Messages.Record(path, diagnostic);
            _json.Write(path, diagnostic);
        }
    }

    private static JobOptions OptionsOf(RunRequest request, bool isExternal, ProcessEnvironment environment)
        => JobOptions.From(request.Settings, request.BasePath ?? environment.WorkingDirectory, destination: null, force: false) with
        {
            ChecksLinks = true,
            CollectsExternalLinks = isExternal,
        };

    /// <summary>Asks the web; says whether it was asked for all, or was cancelled.</summary>
    private async Task<bool> FinishedAsync(ExternalLinks external, CancellationToken interruption)
    {
        var isFinished = true;
        try
        {
            await foreach (var (path, diagnostic) in external.CheckAsync(interruption))
            {
                Show(path, diagnostic);
            }
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            isFinished = false;
        }

        if (external.CacheProblem is { } problem)
        {
            Messages.Show(Request.Settings.GetPath(SettingsTable.ExternalCache)!, Diagnostic.Warning(DiagnosticCodes.OutputUnwritable, problem));
        }

        return isFinished;
    }

    private void Show(ConversionResult result)
    {
        _documents++;
        _external?.Add(result);
        _checked += result.Links?.Checked ?? 0;
        if (result.Status != ConversionStatus.Cancelled)
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                Show(result.SourcePath, diagnostic);
            }
        }

        Messages.Remark(string.Create(
            CultureInfo.InvariantCulture, $"Checked {Messages.Shown(result.SourcePath)}: {result.Links?.Checked ?? 0:N0} links"));
    }

    private string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_documents:N0} {(_documents == 1 ? "document" : "documents")}, {_checked:N0} {(_checked == 1 ? "link" : "links")} checked, {_dead:N0} dead");
}
