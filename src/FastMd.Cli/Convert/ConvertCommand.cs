using System.CommandLine;
using FastMd.Cli.Running;
using FastMd.Cli.Watch;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Shards;

namespace FastMd.Cli.Convert;

/// <summary><c>fastmd convert</c>: the command line, turned into a <see cref="RunRequest"/>.</summary>
internal sealed class ConvertCommand : Command
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Directory the converted tree is written to; or, with the extension of outputs, the file that a single document becomes. Without it, one document goes to standard output.",
        HelpName = "DIR|FILE",
    };

    private readonly Option<bool> _force = new("--force", "-f") { Description = "Convert everything, whether it changed or not, and replace what is read-only, or what FastMd did not write." };

    private readonly Option<bool> _prune = new("--prune")
    {
        Description = "Remove files that earlier runs wrote to the output directory and whose sources are gone.",
    };

    private readonly Option<bool> _errorFiles = new("--error-files")
    {
        Description = "Write a file beside the outputs for each document that fails: what is wrong, and where, as JSON.",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "With --to markdown: write nothing, name the documents that are not written as they would become, and exit with 1 where there are any.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run", "-n") { Description = "Show what would be written, and write nothing." };

    private readonly Option<bool> _concurrent = new("--concurrent")
    {
        Description = "Share the job with every process that runs the same command: each document is converted by one of them. What a run that was killed left undone is done by the next one.",
    };

    private readonly Option<string> _cluster = new("--cluster")
    {
        Description = "Publish the job at a NATS server with JetStream, for every fastmd worker --cluster there, and wait. Credentials come from NATS_CREDS, NATS_NKEY, NATS_TOKEN, or NATS_USER and NATS_PASSWORD.",
        HelpName = "URL",
    };

    private readonly Option<ClusterFiles> _clusterFiles = new("--cluster-files")
    {
        Description = "How files get from machine to machine: shared (all write to one directory), local (each worker keeps what it wrote), or store (sources and outputs by way of the server) [default: shared].",
        HelpName = "shared|local|store",
    };

    private readonly Option<bool> _watch = new("--watch", "-w") { Description = "Stay, and convert again whenever something changes, until Ctrl+C." };

    private readonly Option<string> _shard = new("--shard")
    {
        Description = "Convert only the Ith of N shares of the documents, of about the same size, which fastmd merge joins; auto takes I and N from the environment, auto/N only I.",
        HelpName = "I/N|auto|auto/N",
    };

    private readonly Option<string> _report = new("--report")
    {
        Description = "File the report of the run is written to: .json, or .html for a page with charts.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _failOnAlert = new("--fail-on-alert") { Description = "Exit with 1 when a threshold of an alert was crossed." };

    private readonly Option<string> _exec = StepOption.Create();

    private readonly RunOptions _run;
    private readonly ProcessEnvironment _environment;

    public ConvertCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("convert", "Converts documents, or whole trees of them, to HTML, JavaScript, context for language models, or Markdown in one style.")
    {
        _environment = environment;
        _run = new(
            this,
            environment,
            paths: "Files, directories (searched with all their folders), glob patterns, or - for standard input.",
            basePath: "Directory that output paths are relative to [default: the directory given; for files named by relative paths the working directory, for others the folder they have in common].",
            json: "Write one JSON object a document to standard output, and nothing else there.",
            where: [_output],
            how: [_force, _prune, _errorFiles, _check, _dryRun, _watch, _concurrent, _cluster, _clusterFiles, _shard, _exec],
            after: [_report, _failOnAlert]);
        SetAction(line => Guarded.Run(environment, () => RunAsync(line, interruption), interruption));
    }

    private Task<int> RunAsync(ParseResult line, CancellationToken interruption)
        => line.GetValue(_watch) && line.GetValue(_concurrent)
            ? throw new UsageException("--watch stays, and a job that is shared ends: leave --watch or --concurrent out.")
            : line.GetValue(_watch) && line.GetValue(_cluster) is not null
            ? throw new UsageException("--watch stays, and a job for workers ends: leave --watch or --cluster out.")
            : line.GetValue(_cluster) is null && line.GetResult(_clusterFiles) is not null
            ? throw new UsageException("--cluster-files says how files get to workers: name where they are with --cluster.")
            : RunWithDashboardAsync(line, interruption);

    private async Task<int> RunWithDashboardAsync(ParseResult line, CancellationToken interruption)
    {
        using var dashboard = _run.OpenDashboard(line);
        return line.GetValue(_watch)
            ? await new WatchRun(Request, request => ConvertAsync(request, interruption), _environment, TimeProvider.System).RunAsync(interruption)
            : await ConvertAsync(Request(), interruption);

        RunRequest Request() => Read(line) with { Dashboard = dashboard };
    }

    private Task<int> ConvertAsync(RunRequest request, CancellationToken interruption)
        => RunFrame.RunAsync(
            request, _environment, request.UsesStandardOutput, messages => new ConvertRun(request, _environment, messages).RunAsync(interruption));

    private RunRequest Read(ParseResult line)
    {
        var shard = line.GetValue(_shard) is { } number ? ShardNumber.Parse(number, _shard.Name, _environment.Variable) : null;
        return Read(line, _run.Read(line)) with { Shard = shard, Occasion = shard is null ? null : $"shard {shard}" };
    }

    private RunRequest Read(ParseResult line, RunRequest request) => request with
    {
        Destination = _environment.Absolute(line.GetValue(_output)),
        Force = line.GetValue(_force),
        Prune = line.GetValue(_prune),
        ErrorFiles = line.GetValue(_errorFiles),
        Check = line.GetValue(_check),
        Exec = StepOption.Split(line.GetValue(_exec)),
        DryRun = line.GetValue(_dryRun),
        IsConcurrent = line.GetValue(_concurrent),
        Cluster = line.GetValue(_cluster) is { } url ? ClusterDoor.Checked(_cluster.Name, url) : null,
        ClusterFiles = line.GetValue(_clusterFiles),
        ReportFile = _environment.Absolute(line.GetValue(_report)),
        FailOnAlert = line.GetValue(_failOnAlert),
    };
}
