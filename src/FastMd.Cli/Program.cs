using FastMd.Cli;

using var interruption = new Interruption();
return CommandLine.Run(args, ProcessEnvironment.Current, interruption.Token);
