using System.CommandLine;
using System.CommandLine.Invocation;
using FastMd.Cli.Help;

namespace FastMd.Cli;

/// <summary>The executable, but for the process around it.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line; gives the exit code.</summary>
    public static int Run(string[] arguments, ProcessEnvironment environment, CancellationToken interruption)
    {
        var root = Root(environment, interruption);

        // A path may begin with '@'; it is no file of further arguments.
        var parsed = root.Parse(Dashboard.DashboardOption.Completed(Convert.StepOption.Joined(arguments)), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction error)
        {
            // The whole help would bury the one line that matters.
            error.ShowHelp = false;
        }

        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, Error = environment.Messages };
        var exitCode = parsed.Invoke(configuration);

        // The library says 1 where the command line makes no sense; here 1 means that documents failed.
        return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
    }

    /// <summary>The commands there are.</summary>
    public static RootCommand Root(ProcessEnvironment environment, CancellationToken interruption)
    {
        var root = new RootCommand("Converts trees of Markdown documents, in parallel and in order.")
        {
            new Convert.ConvertCommand(environment, interruption),
            new Merge.MergeCommand(environment, interruption),
            new Check.CheckCommand(environment, interruption),
            new Measure.MeasureCommand(environment, interruption),
            new Doctor.DoctorCommand(environment),
            new Config.ConfigCommand(environment, interruption),
            new Status.StatusCommand(environment, interruption),
            new Status.ResetCommand(environment, interruption),
            new Dashboard.DashboardCommand(environment, interruption),
            new Serve.ServeCommand(environment, interruption),
            new Worker.WorkerCommand(environment, interruption),
        };
        HelpWithExamples.AddTo(root);
        return root;
    }
}
