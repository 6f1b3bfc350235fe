using System.Diagnostics;

namespace FastMd.Faults.Processes;

/// <summary>A process that runs. It does not outlive this.</summary>
internal sealed class LiveRun : IDisposable
{
    /// <summary>Far more than any run takes; what is not over by then hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);

    private readonly Process _process;

    private LiveRun(Process process)
    {
        _process = process;
        Output = new(process.StandardOutput.BaseStream);
        Messages = new(process.StandardError.BaseStream);
    }

    public Captured Output { get; }

    public Captured Messages { get; }

    public bool IsOver => _process.HasExited;

    public static LiveRun Start(Command command, string workingDirectory)
    {
        var start = command.ToStartInfo();
        start.WorkingDirectory = workingDirectory;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new(process);
    }

    public void Send(int signal) => Signals.Send(_process.Id, signal);

    /// <summary>Waits a moment, or less where it ends before.</summary>
    public void Wait(TimeSpan time) => _process.WaitForExit(time);

    /// <summary>Waits until a signal to stop has stopped it, or it is over.</summary>
    public void WaitForStop()
    {
        while (!IsOver && !IsStopped())
        {
            Wait(Poll);
        }
    }

    /// <summary>Waits for its end, and makes it end where it does not.</summary>
    public Ending End()
    {
        var inTime = _process.WaitForExit(Patience);
        if (!inTime)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        inTime &= Output.WaitForEnd(Patience) && Messages.WaitForEnd(Patience);
        return new(_process.ExitCode, inTime, Output.Text, Messages.Text);
    }

    public void Dispose()
    {
        if (!IsOver)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        Output.WaitForEnd(Patience);
        Messages.WaitForEnd(Patience);
        Output.Dispose();
        Messages.Dispose();
        _process.Dispose();
    }

    /// <summary>The state stands behind the name, which may have spaces and brackets of its own.</summary>
    private bool IsStopped()
    {
        try
        {
            var status = File.ReadAllText($"/proc/{_process.Id}/stat");
            return status[status.LastIndexOf(')')..].StartsWith(") T", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }
}
