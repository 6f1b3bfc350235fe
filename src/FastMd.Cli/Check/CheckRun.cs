using System.Globalization;
using FastMd.Cli.Convert;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Check;

/// <summary>One run of <c>fastmd check</c>.</summary>
internal sealed class CheckRun
{
    private readonly ConvertRequest _request;
    private readonly ProcessEnvironment _environment;
    private readonly MessageWriter _messages;
    private readonly DiagnosticOutput _diagnostics;
    private readonly JobOptions _options;
    private FindingJsonWriter? _json;
    private long _documents;
    private long _checked;
    private long _dead;
    private bool _failed;

    public CheckRun(ConvertRequest request, ProcessEnvironment environment, DiagnosticOutput diagnostics)
    {
        _request = request;
        _environment = environment;
        _diagnostics = diagnostics;
        _messages = new(environment, request, diagnostics);
        _options = JobOptions.From(request.Settings, request.BasePath ?? environment.WorkingDirectory, destination: null, force: false) with
        {
            ChecksLinks = true,
        };
    }

    /// <summary>Runs; gives the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken interruption)
    {
        try
        {
            return await CheckAsync(interruption);
        }
        finally
        {
            _messages.Flush();
        }
    }

    private async Task<int> CheckAsync(CancellationToken interruption)
    {
        if (_request.Paths.Contains("-"))
        {
            throw new UsageException("Standard input has no place that its links could be followed from: name files or directories.");
        }

        await using var output = _environment.Output();
        _json = _request.Json ? new(output) : null;
        var sources = new SourceFinder(_options, _request.BasePath, _environment.WorkingDirectory, OnUnreadable).Find(_request.Paths, interruption);
        using var job = new ConversionJob(_options);
        try
        {
            await foreach (var result in job.RunAsync(job.PlanAll(sources), _messages, interruption))
            {
                ShowNotices(job);
                Show(result);
            }
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            _messages.Close("Cancelled. " + Summary());
            return ExitCodes.Cancelled;
        }

        ShowNotices(job);
        _messages.Close(Summary());
        return _failed ? ExitCodes.ProblemFound : ExitCodes.Success;
    }

    private void Show(ConversionResult result)
    {
        _documents++;
        _checked += result.Links?.Checked ?? 0;
        if (result.Status != ConversionStatus.Cancelled)
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                Show(result.SourcePath, diagnostic);
            }
        }

        _messages.Remark(string.Create(
            CultureInfo.InvariantCulture, $"Checked {_messages.Shown(result.SourcePath)}: {result.Links?.Checked ?? 0:N0} links"));
    }

    private void Show(string path, Diagnostic diagnostic)
    {
        _failed |= diagnostic.Severity == DiagnosticSeverity.Error;
        _dead += diagnostic.Code is DiagnosticCodes.DeadLink or DiagnosticCodes.DeadAnchor ? 1 : 0;
        if (_json is null)
        {
            _messages.Show(path, diagnostic);
        }
        else
        {
            _diagnostics.Write(path, diagnostic);
            _json.Write(path, diagnostic);
        }
    }

    private void ShowNotices(ConversionJob job)
    {
        while (job.TryTakeNotice(out var notice))
        {
            if (notice.Path is { } path)
            {
                Show(path, notice.Diagnostic);
            }
            else
            {
                _messages.Show("fastmd", notice.Diagnostic);
            }
        }

        while (job.TryTakeRemark(out var remark))
        {
            _messages.Remark(remark);
        }
    }

    private string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_documents:N0} {(_documents == 1 ? "document" : "documents")}, {_checked:N0} {(_checked == 1 ? "link" : "links")} checked, {_dead:N0} dead");

    private void OnUnreadable(string folder, Exception failure)
        => Show(folder, Diagnostic.Error(DiagnosticCodes.SourceUnreadable, $"The folder cannot be read: {failure.Message}"));
}
