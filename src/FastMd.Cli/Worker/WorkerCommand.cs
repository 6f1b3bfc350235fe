using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Workers.Hosting;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Cli.Worker;

/// <summary><c>fastmd worker</c>: converts documents for the process that started it.</summary>
internal sealed class WorkerCommand : Command
{
    private readonly Option<string> _parent = new(WorkerProgram.ParentOption) { Description = "Number of the process that started it: the worker ends with it.", HelpName = "PID" };
    private readonly Option<string> _processors = new(WorkerProgram.ProcessorsOption) { Description = "Numbers of the processors that it may use, separated by commas.", HelpName = "LIST" };
    private readonly ProcessEnvironment _environment;

    public WorkerCommand(ProcessEnvironment environment)
        : base(WorkerProgram.Command, "Converts documents for the process that started it, which talks to it on standard input and output (docs/worker-protocol.md).")
    {
        _environment = environment;

        // Nobody calls it by hand.
        Hidden = true;
        Options.Add(_parent);
        Options.Add(_processors);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
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
