using System.Diagnostics;

namespace FastMd.Peers.Mdx;

/// <summary>A process that holds pages in memory and converts them all whenever it is told to.</summary>
internal sealed class RunnerProcess : IDisposable
{
    private readonly Command _command;
    private readonly Process _process;

    public RunnerProcess(Command command)
    {
        _command = command;
        var start = command.ToStartInfo();
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
    }

    /// <summary>Converts all pages once.</summary>
    /// <param name="converter">What converts them.</param>
    public MdxPass Run(string converter)
    {
        _process.StandardInput.WriteLine(converter);
        return _process.StandardOutput.ReadLine() is { } line
            ? MdxPass.Parse(line)
            : throw new Refusal($"'{converter}' has failed; run it by hand and mend it:\n  echo {converter} | {_command}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
