using System.Runtime;
using FastMd.Cli;

// Nobody waits at a screen: full collections stop the threads and are done, rather than run beside them and slow them down
// (docs/decisions/0004-startup-settings.md).
GCSettings.LatencyMode = GCLatencyMode.Batch;

try
{
    using var interruption = new Interruption();
    return CommandLine.Run(args, ProcessEnvironment.Current, interruption.Token);
}
catch (Exception failure) when (Exhaustion.Is(failure))
{
    Console.Error.WriteLine(Exhaustion.Message);
    return ExitCodes.DocumentsFailed;
}
