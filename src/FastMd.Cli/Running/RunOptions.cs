using System.CommandLine;
using FastMd.Cli.Dashboard;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Configuration;

namespace FastMd.Cli.Running;

/// <summary>The options that every command that goes over documents has.</summary>
internal sealed class RunOptions
{
    private readonly Option<string> _base;

    private readonly Option<ProgressMode> _progress = new("--progress")
    {
        Description = "How progress shows: a bar on a terminal and lines elsewhere, all there is to show on a terminal (full), lines only, or not at all [default: auto].",
        HelpName = "auto|full|plain|none",
    };

    private readonly Option<string> _dashboard = DashboardOption.Create();

    private readonly Option<bool> _json;

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing but errors." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Name every document as it is done." };

    private readonly Argument<string[]> _paths;
    private readonly SettingOptions _settings;
    private readonly DiagnosticOptions _diagnostics;
    private readonly ProcessEnvironment _environment;

    /// <summary>Adds them to a command, in the order of its help; what only this command has stands among them.</summary>
    /// <param name="command">The command.</param>
    /// <param name="environment">The process.</param>
    /// <param name="paths">What paths may be.</param>
    /// <param name="basePath">What <c>--base</c> means to it.</param>
    /// <param name="json">What <c>--json</c> means to it.</param>
    /// <param name="where">Its options for where results go.</param>
    /// <param name="how">Its options for what it does.</param>
    /// <param name="after">Its options for what is left of a run.</param>
    public RunOptions(
        Command command, ProcessEnvironment environment, string paths, string basePath, string json,
        Option[]? where = null, Option[]? how = null, Option[]? after = null)
    {
        _environment = environment;
        _paths = new("PATH") { Description = paths, Arity = ArgumentArity.OneOrMore };
        _base = new("--base") { Description = basePath, HelpName = "DIR" };
        _json = new("--json") { Description = json };

        command.Arguments.Add(_paths);
        Add(command, where);
        command.Options.Add(_base);
        _settings = new(command);
        Add(command, how);
        command.Options.Add(_progress);
        command.Options.Add(_dashboard);
        command.Options.Add(_json);
        Add(command, after);
        _diagnostics = new(command);
        command.Options.Add(_quiet);
        command.Options.Add(_verbose);
    }

    /// <summary>What they say, on a command line.</summary>
    /// <exception cref="UsageException">They make no sense.</exception>
    /// <exception cref="SettingException">Values are not allowed; all of them are named.</exception>
    public RunRequest Read(ParseResult line)
    {
        var (settings, file) = _settings.Read(line, _environment);
        return new()
        {
            Paths = line.GetValue(_paths)!,
            BasePath = _environment.Absolute(line.GetValue(_base)),
            Settings = settings,
            SettingsFile = file?.Path,
            OtlpEndpoint = settings.Get(SettingsTable.OtlpEndpoint) is { Length: > 0 } endpoint ? new(endpoint) : null,
            Progress = line.GetValue(_progress),
            Json = line.GetValue(_json),
            Diagnostics = _diagnostics.Read(line, _environment.WorkingDirectory),
            Quiet = line.GetValue(_quiet),
            Verbose = line.GetValue(_verbose),
        };
    }

    /// <summary>Begins to serve the page of the run; null where nobody asked for it.</summary>
    /// <exception cref="UsageException">Where it was asked for is no address.</exception>
    /// <exception cref="IOException">Nobody can listen there.</exception>
    public RunDashboard? OpenDashboard(ParseResult line) => RunDashboard.Open(line.GetValue(_dashboard));

    private static void Add(Command command, Option[]? own) => Array.ForEach(own ?? [], command.Options.Add);
}
