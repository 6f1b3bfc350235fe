using System.CommandLine;
using System.Globalization;
using FastMd.Cli.Running;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Health;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Resources;
using FastMd.Engine.Rpc;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Cli.Serve;

/// <summary><c>fastmd serve</c>: a resident process for build tools.</summary>
internal sealed class ServeCommand : Command
{
    private const int MegaByte = 1024 * 1024;
    private const int LargestMessageMB = 1024;

    private readonly Option<string[]> _roots = new("--root")
    {
        Description = "Directory that files may be read in. May be given more than once. [default: the working directory]",
        HelpName = "DIR",
    };

    private readonly Option<string> _pipe = new("--pipe")
    {
        Description = "Listen on a named pipe, or on a Unix socket at this path, for several clients at once, instead of on standard input.",
        HelpName = "NAME",
    };

    private readonly Option<string> _cache = new("--cache")
    {
        Description = "Directory of the cache that clients share [default: fastmd in the user's directory for caches].",
        HelpName = "DIR",
    };

    private readonly Option<string> _cacheSize = new("--cache-mb") { Description = "How large the cache may grow [default: 256].", HelpName = "MB" };

    private readonly Option<string> _messageSize = new("--max-message-mb") { Description = "The longest message that is read [default: 64].", HelpName = "MB" };

    private readonly SettingOptions _settings;
    private readonly ProcessEnvironment _environment;

    public ServeCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("serve", "Serves build tools as a resident process: JSON-RPC, one message a line, on standard input and output (docs/protocol.md).")
    {
        _environment = environment;
        Options.Add(_roots);
        Options.Add(_pipe);
        Options.Add(_cache);
        Options.Add(_cacheSize);
        Options.Add(_messageSize);
        _settings = new(this, except: SettingsTable.Root);
        SetAction(line => Guarded.Run(environment, () => RunAsync(line, interruption), interruption));
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken interruption)
    {
        var file = SettingsFile.FindUpward(_environment.WorkingDirectory);
        var roots = line.GetValue(_roots) is { Length: > 0 } given ? given.Select(Root).ToList() : [_environment.WorkingDirectory];

        // Clients ask for health again and again; whether a process can be started does not change meanwhile.
        var worker = new Lazy<WorkerTrial>(() => WorkerTrials.Of(WorkerPrograms.OfThisProcess(_environment.Variable)));
        using var server = new RpcServer(new()
        {
            Version = ProductVersion.Text,
            Settings = Settings,
            Roots = roots,
            Batch = JobOptions.From(Settings(), roots[0], destination: null, force: false).Batch,
            CacheFolder = _environment.Absolute(line.GetValue(_cache)) ?? DefaultCache(),
            CacheBytes = MegaBytes(_cacheSize, 256, int.MaxValue) * MegaByte,
            MaximumMessageBytes = (int)(MegaBytes(_messageSize, 64, LargestMessageMB) * MegaByte),
            Health = () => new HealthCheck(new()
            {
                Variable = _environment.Variable,
                TemporaryFolder = Path.GetTempPath(),
                Probe = new MachineProbe(),
                Worker = () => worker.Value,
            }).Run(),
            Log = message => _environment.Messages.WriteLine($"fastmd: {OneLine.Of(message)}"),
        });

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(interruption, server.Exhausted);

        // A client that dies ends its side of standard input too, but so does one that has said all and waits for its answers.
        var run = new ServeRun(server, _environment, onGone => HangUpWatch.Begin(HangUpWatch.StandardOutput, onGone));
        var exitCode = line.GetValue(_pipe) is { } pipe
            ? await run.ListenAsync(pipe, ends.Token).ConfigureAwait(false)
            : await run.ServeAsync(ends.Token).ConfigureAwait(false);
        if (!server.Exhausted.IsCancellationRequested)
        {
            // A server that listens is ended by a signal, and by nothing else.
            return interruption.IsCancellationRequested && line.GetValue(_pipe) is null ? ExitCodes.Cancelled : exitCode;
        }

        _environment.Messages.WriteLine("fastmd: too many documents never ended and hold a thread each; start anew, without them.");
        return ExitCodes.DocumentsFailed;

        SettingsResolver Settings()
        {
            var settings = new SettingsResolver(_environment.Variable, file, _environment.WorkingDirectory);
            _settings.Give(line, settings);
            return settings;
        }

        long MegaBytes(Option<string> option, int standard, int most)
            => line.GetValue(option) is not { } text ? standard
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megaBytes) && megaBytes >= 1 && megaBytes <= most ? megaBytes
                : throw new UsageException($"{option.Name} needs a number from 1 to {most}.");
    }

    private string Root(string path)
        => path.Length > 0 && _environment.Absolute(path) is var root && Directory.Exists(root)
            ? Path.TrimEndingDirectorySeparator(root)
            : throw new UsageException($"--root: there is no directory '{path}'.");

    private string DefaultCache() => Path.Combine(CacheFolder.Of(_environment.Variable), "fastmd");
}
