using FastMd.Engine.Configuration;
using FastMd.Engine.Output.State;

namespace FastMd.Cli;

/// <summary>Runs a command and turns what ends it into a message and an exit code.</summary>
internal static class Guarded
{
    public static int Run(ProcessEnvironment environment, Func<Task<int>> command, CancellationToken interruption)
    {
        try
        {
            return command().GetAwaiter().GetResult();
        }
        catch (Exception usage) when (usage is SettingException or UsageException)
        {
            environment.Messages.WriteLine($"fastmd: {usage.Message}");
            return ExitCodes.Usage;
        }
        catch (DestinationInUseException busy)
        {
            environment.Messages.WriteLine($"fastmd: {busy.Message}");
            return ExitCodes.DestinationInUse;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Standard input or output itself, or a folder to work in: a document that cannot be read or written is a result.
            environment.Messages.WriteLine($"fastmd: {failure.Message}");
            return ExitCodes.DocumentsFailed;
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return ExitCodes.Cancelled;
        }
    }
}
