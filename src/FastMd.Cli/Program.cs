using FastMd.Cli;

using var interruption = new Interruption();
return await CommandLine.RunAsync(args, ProcessEnvironment.Current, interruption.Token);
