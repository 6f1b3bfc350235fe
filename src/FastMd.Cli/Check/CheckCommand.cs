using System.CommandLine;
using FastMd.Cli.Running;

namespace FastMd.Cli.Check;

/// <summary><c>fastmd check</c>: the links of whole trees, with nothing written.</summary>
internal sealed class CheckCommand : Command
{
    public CheckCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("check", "Checks the links of documents, or of whole trees of them, and writes nothing.")
    {
        var options = new RunOptions(
            this,
            environment,
            paths: "Files, directories (searched with all their folders) or glob patterns.",
            basePath: "Directory that is the root of the tree [default: the directory given; for files named by relative paths the working directory, for others the folder they have in common].",
            json: "Write one JSON object a finding to standard output instead of lines for people.");
        var external = new Option<bool>("--external") { Description = "Ask the web whether http and https links are alive, too." };
        Options.Add(external);
        SetAction(line => Guarded.Run(environment, () => CheckAsync(options, line, line.GetValue(external), environment, interruption), interruption));
    }

    private static async Task<int> CheckAsync(RunOptions options, ParseResult line, bool isExternal, ProcessEnvironment environment, CancellationToken interruption)
    {
        using var dashboard = options.OpenDashboard(line);
        return await CheckAsync(options.Read(line) with { Dashboard = dashboard }, isExternal, environment, interruption);
    }

    private static Task<int> CheckAsync(RunRequest request, bool isExternal, ProcessEnvironment environment, CancellationToken interruption)
        => RunFrame.RunAsync(
            request, environment, outputIsTaken: request.Json, messages => new CheckRun(request, isExternal, environment, messages).RunAsync(interruption));
}
