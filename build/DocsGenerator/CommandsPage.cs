using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using FastMd.Cli;
using FastMd.Cli.Help;

namespace FastMd.Build.DocsGenerator;

/// <summary>docs/cli.md: what the executable's own help says, as a page.</summary>
internal static class CommandsPage
{
    private const string Head = """
        # Commands

        What `fastmd --help` and `fastmd COMMAND --help` say. Options that stand for settings can be given in the environment and in
        `fastmd.json` too: [configuration.md](configuration.md). This page is made by `./build.ps1 -Task Docs`.

        | exit code | meaning |
        |---:|---|
        | 0 | All is well. |
        | 1 | Documents failed, links are dead, or `doctor` found a problem. |
        | 2 | The command line or a setting makes no sense; nothing was done. |
        | 3 | Another run is writing to the destination. |
        | 130 | The run was cancelled. |

        """;

    private const string Foot = """

        ## fastmd worker

        Not in the help: FastMd starts it by itself, as a [worker process](robustness.md#worker-processes), and talks to it on standard input and
        output ([worker-protocol.md](worker-protocol.md)).

        """;

    public static string Text
    {
        get
        {
            var environment = new ProcessEnvironment(".", _ => null, () => Stream.Null, () => Stream.Null, TextWriter.Null, IsTerminal: false);
            var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
            foreach (var command in CommandLine.Root(environment, CancellationToken.None).Subcommands.Where(command => !command.Hidden))
            {
                Append(page, command);
            }

            page.Append(Foot.ReplaceLineEndings("\n"));

            return page.ToString();
        }
    }

    private static void Append(StringBuilder page, Command command)
    {
        page.Append($"\n## fastmd {command.Name}\n\n{command.Description}\n\n```console\n");
        foreach (var example in Examples.Of(command.Name))
        {
            page.Append($"# {example.Meaning}\n$ {example.Line}\n");
        }

        page.Append("```\n\n| argument or option | meaning |\n|---|---|\n");
        foreach (var argument in command.Arguments)
        {
            page.Append($"| `{argument.Name}...` | {Cell(argument.Description)} |\n");
        }

        foreach (var option in command.Options.Where(option => option is not HelpOption))
        {
            page.Append($"| {Names(option)} | {Cell(option.Description)} |\n");
        }
    }

    private static string Names(Option option) => string.Join(", ", option.Aliases
        .OrderBy(name => name.Length)
        .Append(option.HelpName is { } value ? $"{option.Name} {value}" : option.Name)
        .Select(name => $"`{Cell(name)}`"));

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
