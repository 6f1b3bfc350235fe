using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Documents;
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
        catch (SettingException invalid)
        {
            // It has a line for each setting that is wrong.
            environment.Messages.WriteLine($"fastmd: {invalid.Message}");
            return ExitCodes.Usage;
        }
        catch (UsageException usage)
        {
            environment.Messages.WriteLine(Line(usage));
            return ExitCodes.Usage;
        }
        catch (DestinationInUseException busy)
        {
            environment.Messages.WriteLine(Line(busy));
            return ExitCodes.DestinationInUse;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SharedJobException)
        {
            // Standard input or output itself, or a folder to work in: a document that cannot be read or written is a result.
            environment.Messages.WriteLine(Line(failure));
            return ExitCodes.DocumentsFailed;
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception failure) when (Exhaustion.IsBehind(failure))
        {
            environment.Messages.WriteLine(Exhaustion.Message);
            return ExitCodes.DocumentsFailed;
        }
    }

    private static string Line(Exception reason) => OneLine.Of($"fastmd: {reason.Message}");
}
