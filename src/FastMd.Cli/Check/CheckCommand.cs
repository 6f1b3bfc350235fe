using System.CommandLine;
using FastMd.Cli.Convert;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Configuration;

namespace FastMd.Cli.Check;

/// <summary><c>fastmd check</c>: the links of whole trees, with nothing written.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, directories (searched with all their folders) or glob patterns.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _base = new("--base")
    {
        Description = "Directory that is the root of the tree [default: the directory given, else the working directory].",
        HelpName = "DIR",
    };

    private readonly Option<ProgressMode> _progress = new("--progress")
    {
        Description = "How progress shows: a bar on a terminal and lines elsewhere, lines only, or not at all [default: auto].",
        HelpName = "auto|plain|none",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object a finding to standard output instead of lines for people." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Name every document as it is done." };

    private readonly DiagnosticOptions _diagnostics;
    private readonly SettingOptions _settings;
    private readonly ProcessEnvironment _environment;

    public CheckCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("check", "Checks the links of documents, or of whole trees of them, and writes nothing.")
    {
        _environment = environment;
        Arguments.Add(_paths);
        Options.Add(_base);
        _settings = new(this);
        Options.Add(_progress);
        Options.Add(_json);
        _diagnostics = new(this);
        Options.Add(_quiet);
        Options.Add(_verbose);
        SetAction(line => Guarded.Run(environment, () => CheckAsync(line, interruption), interruption));
    }

    private async Task<int> CheckAsync(ParseResult line, CancellationToken interruption)
    {
        var request = RequestOf(line);
        using var diagnostics = new DiagnosticOutput(request.Diagnostics, _environment, outputIsTaken: request.Json);
        diagnostics.Open();
        var exitCode = await new CheckRun(request, _environment, diagnostics).RunAsync(interruption);
        diagnostics.Complete(ranToItsEnd: exitCode != ExitCodes.Cancelled);
        return exitCode;
    }

    private ConvertRequest RequestOf(ParseResult line)
    {
        var settings = new SettingsResolver(_environment.Variable, SettingsFile.FindUpward(_environment.WorkingDirectory), _environment.WorkingDirectory);
        _settings.Give(line, settings);
        return new()
        {
            Paths = line.GetValue(_paths)!,
            BasePath = line.GetValue(_base) is { } path ? Path.GetFullPath(path, _environment.WorkingDirectory) : null,
            Settings = settings,
            Progress = line.GetValue(_progress),
            Json = line.GetValue(_json),
            Diagnostics = _diagnostics.Read(line, _environment.WorkingDirectory),
            Quiet = line.GetValue(_quiet),
            Verbose = line.GetValue(_verbose),
        };
    }
}
