using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FastMd.Cli.Running;
using FastMd.Engine.Jobs.Cluster;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Workers.Hosting;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Cli.Worker;

/// <summary><c>fastmd worker</c>: converts documents of jobs that others publish; or, started by another FastMd, documents of that process.</summary>
internal sealed class WorkerCommand : Command
{
    private readonly Option<string> _cluster = new("--cluster") { Description = "Address of the NATS server at which fastmd convert --cluster publishes jobs.", HelpName = "URL" };
    private readonly Option<string> _base = new("--base")
    {
        Description = "Directory that all sources have to be in: by their own paths, or seen from there as from the publisher's working directory [default: the working directory].",
        HelpName = "DIR",
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The same for destinations [default: that of --base].",
        HelpName = "DIR",
    };

    private readonly Option<int> _jobs = new("--jobs", "-j") { Description = "How many documents are converted at once [default: one for each processor].", HelpName = "N" };
    private readonly Option<double?> _idle = new("--exit-when-idle") { Description = "Exit when there was nothing to do for so many seconds [default: stay].", HelpName = "SECONDS" };

    private readonly Option<string> _parent = new(WorkerProgram.ParentOption) { Hidden = true, Description = "Number of the process that started it: the worker ends with it.", HelpName = "PID" };
    private readonly Option<string> _processors = new(WorkerProgram.ProcessorsOption) { Hidden = true, Description = "Numbers of the processors that it may use, separated by commas.", HelpName = "LIST" };
    private readonly ProcessEnvironment _environment;

    public WorkerCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base(WorkerProgram.Command, "Converts documents of the jobs at a NATS server, until it is interrupted: any number of workers, on any number of machines.")
    {
        _environment = environment;
        Options.Add(_cluster);
        Options.Add(_base);
        Options.Add(_output);
        Options.Add(_jobs);
        Options.Add(_idle);
        Options.Add(_parent);
        Options.Add(_processors);
        SetAction(line => line.GetValue(_cluster) is { } url ? Guarded.Run(environment, () => Task.FromResult(Work(line, url, interruption)), interruption) : Run(line));
    }

    private int Work(ParseResult line, string url, CancellationToken interruption)
    {
        if (line.GetValue(_jobs) < 0 || line.GetValue(_idle) < 0)
        {
            throw new UsageException("--jobs and --exit-when-idle take numbers from 0.");
        }

        var sources = _environment.Absolute(line.GetValue(_base)) ?? _environment.WorkingDirectory;
        using var broker = ClusterDoor.Connect(ClusterDoor.Checked(_cluster.Name, url), _environment);
        _environment.Messages.WriteLine($"Waiting for jobs at {url}.");
        var options = new ClusterWorkerOptions(sources, _environment.Absolute(line.GetValue(_output)) ?? sources)
        {
            Workers = line.GetValue(_jobs),
            ExitWhenIdle = line.GetValue(_idle) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Variable = _environment.Variable,
            Program = () => WorkerPrograms.OfThisProcess(_environment.Variable),
        };
        new ClusterWorker(broker, options, _environment.Messages.WriteLine, TimeProvider.System).Run(interruption);
        return ExitCodes.Success;
    }

    private int Run(ParseResult line)
    {
        if (line.GetValue(_parent) is null && _environment.IsTerminal)
        {
            _environment.Messages.WriteLine("fastmd: Name the server that jobs are published at: fastmd worker --cluster nats://host:4222.");
            return ExitCodes.Usage;
        }

        if (line.GetValue(_processors) is { } processors)
        {
            ProcessorPlacement.Apply(processors);
        }

        var output = _environment.Output();

        // The protocol has standard output for itself: whatever else is written goes where people look.
        Console.SetOut(_environment.Messages);

        // An interruption of the terminal reaches all of its processes. It is the parent that decides what becomes of documents.
        using var interruption = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        EndWithParent(line.GetValue(_parent));

        // A thread has the stack that a document has anywhere else; that of the first one depends on who started the process.
        var exitCode = ExitCodes.Success;
        var thread = new Thread(() => exitCode = Serve(output)) { Name = "FastMd worker" };
        thread.Start();
        thread.Join();
        return exitCode;
    }

    private int Serve(Stream output)
    {
        try
        {
            new WorkerHost(_environment.Input(), output, JobDescription.Open).Run();
            return ExitCodes.Success;
        }
        catch (InvalidDataException broken)
        {
            _environment.Messages.WriteLine($"fastmd: {broken.Message}");
            return ExitCodes.Usage;
        }
        catch (IOException)
        {
            // The parent is gone.
            return ExitCodes.Success;
        }
    }

    /// <summary>Ends this process with its parent, even where a document never ends.</summary>
    private static void EndWithParent(string? parent)
    {
        if (OperatingSystem.IsLinux())
        {
            HangUpWatch.Begin(HangUpWatch.StandardInput, static () => Environment.Exit(ExitCodes.Success));
        }
        else if (int.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            new Thread(() => WaitFor(id)) { IsBackground = true, Name = "FastMd parent watch" }.Start();
        }
    }

    private static void WaitFor(int parent)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            process.WaitForExit();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended already.
        }

        Environment.Exit(ExitCodes.Success);
    }
}
