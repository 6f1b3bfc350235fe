using System.Diagnostics;
using System.Globalization;
using FastMd.Cluster.Bench.Network;

namespace FastMd.Cluster.Bench.Processes;

/// <summary>A process that runs. It does not outlive this.</summary>
internal sealed class LiveProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private LiveProcess(Process process)
    {
        _process = process;
        Output = new(process.StandardOutput.BaseStream);
        Messages = new(process.StandardError.BaseStream);
    }

    public Captured Output { get; }

    public Captured Messages { get; }

    public int Id => _process.Id;

    public bool IsOver => _process.HasExited;

    public int Code => _process.ExitCode;

    public static LiveProcess Start(Host host, Command command, string workingDirectory) => Start(host.Command(command), workingDirectory);

    public static LiveProcess Start(Command command, string workingDirectory)
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

    public void Send(int signal) => Signals.Send(Id, signal);

    /// <summary>Ends it, and waits until it is gone.</summary>
    public void Kill()
    {
        if (!IsOver)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    /// <summary>Waits for its end; false where it does not come in time.</summary>
    public bool WaitForEnd(TimeSpan time) => _process.WaitForExit(time) && Output.WaitForEnd(Patience) && Messages.WaitForEnd(Patience);

    /// <summary>The last lines of what it wrote to standard error.</summary>
    public string Tail(int lines = 15) => string.Join('\n', Messages.Text.TrimEnd().Split('\n').TakeLast(lines));

    /// <summary>The system's view of it: state, what it waits for in the kernel, threads.</summary>
    public string Describe()
    {
        if (IsOver)
        {
            return string.Create(CultureInfo.InvariantCulture, $"process {Id}, over with exit code {Code}");
        }

        try
        {
            var lines = File.ReadLines($"/proc/{Id}/status").Where(static line => line.StartsWith("State", StringComparison.Ordinal) || line.StartsWith("Threads", StringComparison.Ordinal) || line.StartsWith("VmRSS", StringComparison.Ordinal));
            return string.Create(CultureInfo.InvariantCulture, $"process {Id}: {string.Join(", ", lines).Replace('\t', ' ')}, waits in {File.ReadAllText($"/proc/{Id}/wchan")}");
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
    }

    public void Dispose()
    {
        Kill();
        Output.WaitForEnd(Patience);
        Messages.WaitForEnd(Patience);
        Output.Dispose();
        Messages.Dispose();
        _process.Dispose();
    }
}
