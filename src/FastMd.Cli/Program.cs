using System.Runtime;
using FastMd.Cli;

AppDomain.CurrentDomain.UnhandledException += Exhaustion.OnUnhandled;

// Nobody waits at a screen: full collections stop the threads and are done, rather than run beside them and slow them down
// (docs/decisions/0004-startup-settings.md).
GCSettings.LatencyMode = GCLatencyMode.Batch;

using var interruption = new Interruption();
return CommandLine.Run(args, ProcessEnvironment.Current, interruption.Token);
