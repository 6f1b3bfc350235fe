using System.CommandLine;
using FastMd.Cli.Diagnostics;
using FastMd.Cli.Running;
using FastMd.Engine.Configuration;

namespace FastMd.Cli.Merge;

/// <summary><c>fastmd merge</c>: the command line, turned into a <see cref="MergeRequest"/>.</summary>
internal sealed class MergeCommand : Command
{
    private readonly Argument<string[]> _shards = new("DIR")
    {
        Description = "Directories that fastmd convert --shard, or Convert-FastMdBatch -Shard, wrote.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Directory that the shards are merged in; it may be one of them.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _base = new("--base")
    {
        Description = "Directory that the documents are seen from on this machine, for the next run to find all unchanged [default: where it was for the shards].",
        HelpName = "DIR",
    };

    private readonly Option<bool> _partial = new("--partial") { Description = "Merge although shards are missing or were not finished." };

    private readonly Option<bool> _prune = new("--prune") { Description = "Remove files that earlier runs wrote to the output directory and that no shard holds." };

    private readonly Option<bool> _force = new("--force", "-f") { Description = "Replace what is read-only, or what FastMd did not write." };

    private readonly Option<string> _report = new("--report")
    {
        Description = "File that the reports of the shards are joined in: .json, or .html for a page with charts.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _reports = new("--reports")
    {
        Description = "The reports of the shards, as JSON. May be given more than once [default: report.json in each directory].",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Name what is made of all documents, and what is removed." };

    private readonly DiagnosticOptions _diagnostics;
    private readonly ProcessEnvironment _environment;

    public MergeCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("merge", "Joins what shards of a job wrote to what one run would have written: files, build state, indexes and reports.")
    {
        _environment = environment;
        Arguments.Add(_shards);
        Array.ForEach<Option>([_output, _base, _partial, _prune, _force, _report, _reports], Options.Add);
        _diagnostics = new(this);
        Options.Add(_quiet);
        Options.Add(_verbose);
        SetAction(line => Guarded.Run(environment, () => MergeAsync(line, interruption), interruption));
    }

    private Task<int> MergeAsync(ParseResult line, CancellationToken interruption)
    {
        var request = Read(line);
        return RunFrame.RunAsync(
            request.Run, _environment, outputIsTaken: false, messages => Task.FromResult(new MergeRun(request, messages).Run(interruption)));
    }

    private MergeRequest Read(ParseResult line) => new()
    {
        Shards = [.. line.GetValue(_shards)!.Select(path => NotEmpty("DIR", path))],
        Base = line.GetValue(_base) is { } root ? NotEmpty(_base.Name, root) : null,
        IsPartial = line.GetValue(_partial),
        Reports = [.. (line.GetValue(_reports) ?? []).Select(path => NotEmpty(_reports.Name, path))],
        Run = new()
        {
            Paths = [],
            Settings = new SettingsResolver(static _ => null, file: null, _environment.WorkingDirectory),
            Destination = NotEmpty(_output.Name, line.GetValue(_output)!),
            Prune = line.GetValue(_prune),
            Force = line.GetValue(_force),
            ReportFile = line.GetValue(_report) is { } report ? NotEmpty(_report.Name, report) : null,
            Diagnostics = _diagnostics.Read(line, _environment.WorkingDirectory),
            Quiet = line.GetValue(_quiet),
            Verbose = line.GetValue(_verbose),
        },
    };

    private string NotEmpty(string name, string path)
        => path.Length > 0 ? _environment.Absolute(path) : throw new UsageException($"{name} needs a path.");
}
