using System.Text;
using FastMd.Cli.Running;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Steps.Commands;

namespace FastMd.Cli.Convert;

/// <summary>One run of <c>fastmd convert</c>.</summary>
internal sealed class ConvertRun(RunRequest request, ProcessEnvironment environment, MessageWriter messages)
    : DocumentRun(request, environment, messages, OptionsOf(request, environment))
{
    /// <summary>What is written for standard input.</summary>
    public const string StandardInput = "-";

    private const string StandardInputName = "(standard input)";

    /// <summary>Runs; gives the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken interruption)
    {
        if (Request.DryRun && Request.Json)
        {
            throw new UsageException("A dry run has no results to report as JSON: leave --dry-run or --json out.");
        }

        if (Request.Check && (Options.Target is not MarkdownTarget || Request.Destination is not null || Request.DryRun))
        {
            throw new UsageException("--check compares documents with what the formatter makes of them: it goes with --to markdown, and without --output and --dry-run.");
        }

        if (Request is { Check: true, Exec.Count: > 0 })
        {
            throw new UsageException("--check compares documents with what the formatter makes of them, and --exec makes something else of that: leave one of them out.");
        }

        var wanted = new JobRequest { Prune = Request.Prune, ReportFile = Request.ReportFile, FailOnAlert = Request.FailOnAlert };
        if (wanted.RefusalFor(Options) is { } refusal)
        {
            throw new UsageException(refusal switch
            {
                JobRefusal.PruneWithoutState => "--prune removes what earlier runs wrote to the directory that --output names, by its build state.",
                JobRefusal.ConcurrentWithoutState => "--concurrent shares the job by way of the directory that --output names and its build state: name a directory, and leave --no-incremental out.",
                JobRefusal.ConcurrentShard => "--shard gives a process its share beforehand, and --concurrent as it goes: leave one of them out.",
                JobRefusal.ClusterWithoutState => "--cluster records what workers do in the directory that --output names: name a directory, and leave --no-incremental out.",
                JobRefusal.ClusterAlone => "--cluster has workers do all documents: leave --concurrent, --shard and --exec out.",
                JobRefusal.ClusterWithPdfImages => "--cluster brings no images of PDF back from workers: leave --pdf-images out.",
                JobRefusal.PruneOfShard => "--prune would remove what other shards wrote: leave it out, and give it to fastmd merge, or to a later run of all.",
                JobRefusal.ShardOfOneFile => "--shard converts a part of many documents: name a directory for them with --output.",
                JobRefusal.ErrorFilesWithoutDestination => "--error-files writes beside the outputs: name a directory for them with --output.",
                _ => ReportFormat.Refusal(Request.ReportFile!),
            });
        }

        using var job = new ConversionJob(Options);
        if (job.Prepare())
        {
            Environment.HoldCollections();
        }

        var sources = await SourcesAsync(interruption);
        if (Request.Destination is null && !Request.Json && !Request.DryRun && !Request.Check && sources.Count > 1)
        {
            throw new UsageException($"There are {sources.Count} documents: name a directory for them with --output.");
        }

        var planned = job.PlanAll(sources);
        if (planned.FirstOrDefault(document => ReportFile.IsOutputOf(Request.ReportFile, document)) is { } taken)
        {
            throw new UsageException($"--report: '{Request.ReportFile}' is the output of '{taken.Source.Name}'; name another file.");
        }

        DiagnosticsFile.Check(Request, planned);
        if (Request.DryRun)
        {
            return ShowPlan(job, planned);
        }

        await using var output = Environment.Output();
        var results = ResultsTo(output);
        var summary = await RunAsync(job, planned, wanted, Take, interruption);
        void Take(ConversionResult result)
        {
            results?.Write(result);
            Messages.Show(result);
        }

        if (Request.Shard is not null && Options is { Target.HasProducts: true, Destination: not null })
        {
            Messages.Say("What is made of all documents, such as an index, is left to fastmd merge.");
        }

        Messages.ShowSummary(summary.Progress, summary.IsCancelled);
        return summary.IsCancelled ? ExitCodes.Cancelled : HasFailed || summary.HasFailed ? ExitCodes.DocumentsFailed : ExitCodes.Success;
    }

    private static JobOptions OptionsOf(RunRequest request, ProcessEnvironment environment)
    {
        var options = JobOptions.From(request.Settings, request.BasePath ?? environment.WorkingDirectory, request.Destination, request.Force).OrOneFile() with
        {
            DryRun = request.DryRun,
            ErrorFiles = request.ErrorFiles,
            GivenUp = request.GivenUp,
            IsWatched = request.Dashboard is not null,
            Shard = request.Shard,
        };
        options = options with
        {
            Sharing = options.Sharing with
            {
                IsConcurrent = request.IsConcurrent,
                Cluster = request.Cluster is { } url ? new(() => ClusterDoor.Connect(url, environment), environment.WorkingDirectory, request.ClusterFiles) : null,
            },
        };
        options = request.Check && options.Target is MarkdownTarget formatter ? options with { Target = formatter with { Checks = true } } : options;
        return request.Exec is [var command, ..] ? WithCommand(options, command, [.. request.Exec.Skip(1)], environment) : options;
    }

    private static JobOptions WithCommand(JobOptions options, string command, string[] arguments, ProcessEnvironment environment)
        => CommandFile.TryFind(command, environment.WorkingDirectory, environment.Variable, out var file, out var refusal)
            ? options.WithStep(
                new CommandStep(file, arguments, environment.WorkingDirectory, TimeProvider.System),
                string.Join('\0', (string[])["exec", command, .. arguments]),
                Path.GetFileName(file))
            : throw new UsageException($"--exec: {refusal}");

    private async Task<IReadOnlyList<DocumentSource>> SourcesAsync(CancellationToken interruption)
    {
        if (Request.Paths is [StandardInput])
        {
            if (Request.Shard is not null)
            {
                throw new UsageException("--shard converts a part of many documents, and standard input is one: name files or directories.");
            }

            return Request.Destination is null || Options.OutputFile is not null
                ? await StandardInputAsync(interruption)
                : throw new UsageException(
                    $"Standard input has no name to write it under: name a file with --output, such as page{Options.Target.Extension}, or leave --output out.");
        }

        if (Request.Paths.Contains(StandardInput))
        {
            throw new UsageException("Standard input (-) goes alone.");
        }

        var sources = Find(interruption);
        if (Options.OutputFile is { } file && !(Request.Paths is [var only] && File.Exists(Environment.Absolute(only))))
        {
            throw new UsageException(
                $"--output: '{file}' is one file, and takes one document, named by its path; to write a tree name a directory, or end its name with '/'.");
        }

        return sources;
    }

    private async Task<IReadOnlyList<DocumentSource>> StandardInputAsync(CancellationToken interruption)
    {
        await using var input = Environment.Input();
        try
        {
            var bytes = await BoundedInput.ReadAsync(input, length => Options.RefusalOf(length, isWhole: false), interruption);
            var decoder = new TextDecoder(Options.Reading.Encoding, Options.Reading.StrictEncoding);
            var text = decoder.Decode(bytes.Span);
            foreach (var diagnostic in text.Diagnostics)
            {
                Show(StandardInputName, diagnostic);
            }

            return [DocumentSource.FromText(text.Text, StandardInputName, Options.Target.UnnamedFormat)];
        }
        catch (DocumentException refused)
        {
            Show(StandardInputName, refused.Diagnostic);
            return [];
        }
    }

    private IResultWriter? ResultsTo(Stream output)
        => Request.Json ? new JsonResultWriter(output)
            : Request.Check ? null
            : Request.Destination is null ? new ContentWriter(output)
            : null;

    private int ShowPlan(ConversionJob job, IReadOnlyList<PlannedDocument> planned)
    {
        using var output = new StreamWriter(Environment.Output(), new UTF8Encoding(false));
        foreach (var document in planned)
        {
            if (document.Refusal is { } refusal)
            {
                Show(document.Source.Name, refusal);
            }
            else if (!document.IsUnchanged)
            {
                output.WriteLine(OneLine.Of($"{document.Source.Name} -> {document.OutputPath ?? "(standard output)"}"));
            }
        }

        foreach (var stale in Request.Prune ? job.FindStale() : [])
        {
            output.WriteLine(OneLine.Of($"remove {stale.Path}"));
        }

        ShowNotices(job);
        return HasFailed ? ExitCodes.DocumentsFailed : ExitCodes.Success;
    }
}
