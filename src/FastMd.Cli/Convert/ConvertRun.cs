using System.Text;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;

namespace FastMd.Cli.Convert;

/// <summary>One run of <c>fastmd convert</c>.</summary>
internal sealed class ConvertRun
{
    private const string StandardInput = "-";
    private const string StandardInputName = "(standard input)";

    private readonly ConvertRequest _request;
    private readonly ProcessEnvironment _environment;
    private readonly MessageWriter _messages;
    private readonly JobOptions _options;
    private bool _failed;

    public ConvertRun(ConvertRequest request, ProcessEnvironment environment, DiagnosticOutput diagnostics)
    {
        _request = request;
        _environment = environment;
        _messages = new(environment, request, diagnostics);
        _options = JobOptions.From(
            request.Settings, request.BasePath ?? environment.WorkingDirectory, request.Destination, request.Force) with
        {
            DryRun = request.DryRun,
        };
    }

    /// <summary>Runs; gives the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken interruption)
    {
        try
        {
            return await ConvertAsync(interruption);
        }
        finally
        {
            _messages.Flush();
        }
    }

    private async Task<int> ConvertAsync(CancellationToken interruption)
    {
        if (_request.DryRun && _request.Json)
        {
            throw new UsageException("A dry run has no results to report as JSON: leave --dry-run or --json out.");
        }

        if (_request.Prune && !(_options.Incremental && _request.Destination is not null))
        {
            throw new UsageException("--prune removes what earlier runs wrote to the directory that --output names, by its build state.");
        }

        ReportPath.Check(_request.ReportFile);
        if (_options.WarmUp)
        {
            _ = WarmUp.StartAsync(_options);
        }

        using var job = new ConversionJob(_options);
        job.Prepare();
        var sources = await SourcesAsync(interruption);
        if (_request.Destination is null && !_request.Json && !_request.DryRun && sources.Count > 1)
        {
            throw new UsageException($"There are {sources.Count} documents: name a directory for them with --output.");
        }

        var planned = job.PlanAll(sources);
        if (planned.FirstOrDefault(document => ReportFile.IsOutputOf(_request.ReportFile, document)) is { } taken)
        {
            throw new UsageException($"--report: '{_request.ReportFile}' is the output of '{taken.Source.Name}'; name another file.");
        }

        DiagnosticsFile.Check(_request, planned);
        if (_request.DryRun)
        {
            return ShowPlan(job, planned);
        }

        await using var output = _environment.Output();
        var results = ResultsTo(output);
        var errors = _request is { ErrorFiles: true, Destination: { } destination } ? new ErrorFiles(destination) : null;
        try
        {
            await foreach (var result in job.RunAsync(planned, _messages, interruption))
            {
                ShowNotices(job);
                results?.Write(result);
                errors?.Write(result);
                _messages.Show(result);
                _failed |= !result.IsDone;
            }
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            WriteReport(job);
            _messages.ShowSummary(job.Progress, isCancelled: true);
            return ExitCodes.Cancelled;
        }

        Prune(job);
        ShowNotices(job);
        WriteReport(job);
        _messages.ShowSummary(job.Progress, isCancelled: false);
        return _failed || (_request.FailOnAlert && job.HasAlerts) ? ExitCodes.DocumentsFailed : ExitCodes.Success;
    }

    private async Task<IReadOnlyList<DocumentSource>> SourcesAsync(CancellationToken interruption)
    {
        if (_request.Paths is [StandardInput])
        {
            return _request.Destination is null
                ? await StandardInputAsync(interruption)
                : throw new UsageException("Standard input has no name to write it under: leave --output out, or name files.");
        }

        if (_request.Paths.Contains(StandardInput))
        {
            throw new UsageException("Standard input (-) goes alone.");
        }

        return new SourceFinder(_options, _request.BasePath, _environment.WorkingDirectory, OnUnreadable)
            .Find(_request.Paths, interruption);
    }

    private async Task<IReadOnlyList<DocumentSource>> StandardInputAsync(CancellationToken interruption)
    {
        await using var input = _environment.Input();
        using var bytes = new MemoryStream();

        // A read from a terminal or a pipe cannot be taken back.
        await input.CopyToAsync(bytes, interruption).WaitAsync(interruption);
        try
        {
            var decoder = new TextDecoder(_options.Encoding, _options.StrictEncoding);
            var text = decoder.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            foreach (var diagnostic in text.Diagnostics)
            {
                _messages.Show(StandardInputName, diagnostic);
            }

            return [DocumentSource.FromText(text.Text, StandardInputName, DocumentFormats.OfUnnamed(_options.To == TargetFormat.Mdx))];
        }
        catch (DocumentException refused)
        {
            _failed = true;
            _messages.Show(StandardInputName, refused.Diagnostic);
            return [];
        }
    }

    private IResultWriter? ResultsTo(Stream output)
        => _request.Json ? new JsonResultWriter(output)
            : _request.Destination is null ? new ContentWriter(output)
            : null;

    private void Prune(ConversionJob job)
    {
        foreach (var stale in _request.Prune ? job.FindStale() : [])
        {
            if (job.Remove(stale) is { } kept)
            {
                _failed |= kept.Severity == DiagnosticSeverity.Error;
                _messages.Show(stale.Path, kept);
            }
            else
            {
                _messages.Remark($"Removed {stale.Path}: {stale.Reason}");
            }
        }
    }

    private int ShowPlan(ConversionJob job, IReadOnlyList<PlannedDocument> planned)
    {
        using var output = new StreamWriter(_environment.Output(), new UTF8Encoding(false));
        foreach (var document in planned)
        {
            if (document.Refusal is { } refusal)
            {
                _failed = true;
                _messages.Show(document.Source.Name, refusal);
            }
            else if (!document.IsUnchanged)
            {
                output.WriteLine($"{document.Source.Name} -> {document.OutputPath ?? "(standard output)"}");
            }
        }

        foreach (var stale in _request.Prune ? job.FindStale() : [])
        {
            output.WriteLine($"remove {stale.Path}");
        }

        ShowNotices(job);
        return _failed ? ExitCodes.DocumentsFailed : ExitCodes.Success;
    }

    private void ShowNotices(ConversionJob job)
    {
        while (job.TryTakeNotice(out var notice))
        {
            _failed |= notice.Diagnostic.Severity == DiagnosticSeverity.Error;
            _messages.Show(notice.Path ?? "fastmd", notice.Diagnostic);
        }

        while (job.TryTakeRemark(out var remark))
        {
            _messages.Remark(remark);
        }
    }

    private void WriteReport(ConversionJob job)
    {
        if (_request.ReportFile is not { } path)
        {
            return;
        }

        try
        {
            ReportFile.Write(job.Report(), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // All documents are done: the summary still comes.
            _failed = true;
            _messages.Problem($"The report cannot be written: {failure.Message}");
        }
    }

    private void OnUnreadable(string folder, Exception failure)
    {
        _failed = true;
        _messages.Show(folder, Diagnostic.Error(DiagnosticCodes.SourceUnreadable, $"The folder cannot be read: {failure.Message}"));
    }
}
