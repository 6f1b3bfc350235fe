using FastMd.Cli.Diagnostics;

namespace FastMd.Cli.Running;

/// <summary>What is around a run: the places that messages and diagnostics go to are ready before it and complete after it.</summary>
internal static class RunFrame
{
    /// <summary>Runs; gives the exit code.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="environment">The process.</param>
    /// <param name="outputIsTaken">Whether results use standard output.</param>
    /// <param name="run">The run itself.</param>
    public static async Task<int> RunAsync(RunRequest request, ProcessEnvironment environment, bool outputIsTaken, Func<MessageWriter, Task<int>> run)
    {
        using var diagnostics = new DiagnosticOutput(request.Diagnostics, environment, outputIsTaken);
        diagnostics.Open();
        int exitCode;
        using (var messages = new MessageWriter(environment, request, diagnostics))
        {
            exitCode = await run(messages);
        }

        diagnostics.Complete(ranToItsEnd: exitCode != ExitCodes.Cancelled);
        return exitCode;
    }
}
