using System.CommandLine;
using FastMd.Cli.Diagnostics;
using FastMd.Cli.Watch;
using FastMd.Engine.Configuration;

namespace FastMd.Cli.Convert;

/// <summary><c>fastmd convert</c>: the command line, turned into a <see cref="ConvertRequest"/>.</summary>
internal sealed class ConvertCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, directories (searched with all their folders), glob patterns, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Directory the converted tree is written to. Without it, one document goes to standard output.",
        HelpName = "DIR",
    };

    private readonly Option<string> _base = new("--base")
    {
        Description = "Directory that output paths are relative to [default: the directory given, else the working directory].",
        HelpName = "DIR",
    };

    private readonly Option<bool> _force = new("--force", "-f") { Description = "Convert everything, whether it changed or not, and replace outputs that are read-only." };

    private readonly Option<bool> _prune = new("--prune")
    {
        Description = "Remove files that earlier runs wrote to the output directory and whose sources are gone.",
    };

    private readonly Option<bool> _errorFiles = new("--error-files")
    {
        Description = "Write a file beside the outputs for each document that fails: what is wrong, and where, as JSON.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run", "-n") { Description = "Show what would be written, and write nothing." };

    private readonly Option<bool> _watch = new("--watch", "-w") { Description = "Stay, and convert again whenever something changes, until Ctrl+C." };

    private readonly Option<ProgressMode> _progress = new("--progress")
    {
        Description = "How progress shows: a bar on a terminal and lines elsewhere, lines only, or not at all [default: auto].",
        HelpName = "auto|plain|none",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object a document to standard output, and nothing else there." };

    private readonly Option<string> _report = new("--report")
    {
        Description = "File the report of the run is written to: .json, or .html for a page with charts.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _failOnAlert = new("--fail-on-alert") { Description = "Exit with 1 when a threshold of an alert was crossed." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Name every document as it is done." };

    private readonly DiagnosticOptions _diagnostics;
    private readonly SettingOptions _settings;
    private readonly ProcessEnvironment _environment;

    public ConvertCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("convert", "Converts documents, or whole trees of them, to HTML or JavaScript.")
    {
        _environment = environment;
        Arguments.Add(_paths);
        Options.Add(_output);
        Options.Add(_base);
        _settings = new(this);
        Options.Add(_force);
        Options.Add(_prune);
        Options.Add(_errorFiles);
        Options.Add(_dryRun);
        Options.Add(_watch);
        Options.Add(_progress);
        Options.Add(_json);
        Options.Add(_report);
        Options.Add(_failOnAlert);
        _diagnostics = new(this);
        Options.Add(_quiet);
        Options.Add(_verbose);
        SetAction(line => Guarded.Run(environment, () => ConvertAsync(line, interruption), interruption));
    }

    private async Task<int> ConvertAsync(ParseResult line, CancellationToken interruption)
    {
        if (line.GetValue(_watch))
        {
            return await new WatchRun(
                    () => RequestOf(line), request => ConvertOnceAsync(request, interruption), _environment, TimeProvider.System)
                .RunAsync(interruption);
        }

        return await ConvertOnceAsync(RequestOf(line), interruption);
    }

    private async Task<int> ConvertOnceAsync(ConvertRequest request, CancellationToken interruption)
    {
        using var diagnostics = new DiagnosticOutput(request.Diagnostics, _environment, request.UsesStandardOutput);
        diagnostics.Open();
        var exitCode = await new ConvertRun(request, _environment, diagnostics).RunAsync(interruption);
        diagnostics.Complete(ranToItsEnd: exitCode != ExitCodes.Cancelled);
        return exitCode;
    }

    private ConvertRequest RequestOf(ParseResult line)
    {
        var file = SettingsFile.FindUpward(_environment.WorkingDirectory);
        var settings = new SettingsResolver(_environment.Variable, file, _environment.WorkingDirectory);
        _settings.Give(line, settings);
        return new()
        {
            Paths = line.GetValue(_paths)!,
            Destination = Absolute(line.GetValue(_output)),
            BasePath = Absolute(line.GetValue(_base)),
            Settings = settings,
            SettingsFile = file?.Path,
            Force = line.GetValue(_force),
            Prune = line.GetValue(_prune),
            ErrorFiles = line.GetValue(_errorFiles),
            DryRun = line.GetValue(_dryRun),
            Progress = line.GetValue(_progress),
            Json = line.GetValue(_json),
            ReportFile = Absolute(line.GetValue(_report)),
            FailOnAlert = line.GetValue(_failOnAlert),
            Diagnostics = _diagnostics.Read(line, _environment.WorkingDirectory),
            Quiet = line.GetValue(_quiet),
            Verbose = line.GetValue(_verbose),
        };
    }

    private string? Absolute(string? path) => path is null ? null : Path.GetFullPath(path, _environment.WorkingDirectory);
}
