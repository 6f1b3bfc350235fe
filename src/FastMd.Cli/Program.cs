using System.CommandLine;
using System.CommandLine.Invocation;
using FastMd.Cli;

using var interruption = new Interruption();
var root = new RootCommand("Converts trees of Markdown documents, in parallel and in order.")
{
    new FastMd.Cli.Convert.ConvertCommand(ProcessEnvironment.Current, interruption.Token),
};
var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction error)
{
    // The whole help would bury the one line that matters.
    error.ShowHelp = false;
}

var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, CancellationToken.None);

// The library says 1 where the command line makes no sense; here 1 means that documents failed.
return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
