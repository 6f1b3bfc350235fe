using System.CommandLine;
using FastMd.Cli;
using FastMd.Cli.Help;
using FastMd.Tests.Unit.Books.Epub;

using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

public sealed class HelpTests : IDisposable
{
    private static readonly RootCommand Root = CommandLine.Root(
        new(".", _ => null, () => Stream.Null, () => Stream.Null, TextWriter.Null, IsTerminal: false), CancellationToken.None);

    private readonly FakeProcess _process = new();

    public static TheoryData<string> Commands => [.. Root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)];

    public static TheoryData<string> Lines => [.. Commands.Select(row => row.Data).Append("fastmd").SelectMany(Examples.Of).Select(example => example.Line).Distinct()];

    [Fact]
    public void The_help_names_every_command_and_ends_in_examples()
    {
        var help = HelpOf("--help");

        Assert.All(Commands, command => Assert.Contains($"  {command.Data} ", help, StringComparison.Ordinal));
        Assert.Contains("\nExamples:\n  fastmd convert docs --output site\n", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_worker_processes_are_started_with_is_hidden()
    {
        Assert.DoesNotContain(Root.Subcommands, static command => command.Hidden);
        Assert.Equal(["--parent", "--processors"], Root.Subcommands.SelectMany(static command => command.Options).Where(static option => option.Hidden).Select(static option => option.Name));
        Assert.DoesNotContain("--parent", HelpOf("worker", "--help"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_commands_help_says_each_default_once(string name)
        => Assert.DoesNotContain(
            HelpOf(name, "--help").ReplaceLineEndings(" ").Split("  -"), text => text.Split("default: ").Length > 2);

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_commands_help_says_of_everything_what_it_is_and_ends_in_examples_of_it(string name)
    {
        var command = Root.Subcommands.Single(command => command.Name == name);
        var help = HelpOf(name, "--help");

        Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
        Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
        Assert.All(command.Options.Where(static option => !option.Hidden), option => Assert.Contains(option.Name, help, StringComparison.Ordinal));
        Assert.NotEmpty(Examples.Of(name));
        Assert.All(Examples.Of(name), example => Assert.StartsWith($"fastmd {name}", example.Line, StringComparison.Ordinal));
        Assert.All(Examples.Of(name), example => Assert.Contains($"\n  {example.Line}\n      {example.Meaning}\n", help, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_is_shown_however_wrong_the_rest_of_the_command_line_is()
        => Assert.Contains("\nExamples:\n", HelpOf("convert", "--no-such-option", "--help"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task An_example_works(string line)
    {
        _process.Folder.Write("docs/index.md", "# Index\n\n[guide](guide/a.md#guide)\n");
        _process.Folder.Write("docs/guide/a.md", "# Guide\n");
        _process.Folder.Write("README.md", "# Read me\n\n[docs](docs/index.md)\n");
        Directory.CreateDirectory(_process.Folder.At("library"));
        File.WriteAllBytes(_process.Folder.At("library/novel.epub"), new BookFile().Chapter("one.xhtml", "<h1>One</h1><p>It begins.</p>").ToBytes());
        if (line.StartsWith("fastmd merge", StringComparison.Ordinal))
        {
            await _process.RunAsync("docs", "--output", "shards/1", "--shard", "1/2", "--report", "one.json");
            await _process.RunAsync("docs", "--output", "shards/2", "--shard", "2/2", "--report", "two.json");
        }

        if (line.StartsWith("fastmd status", StringComparison.Ordinal) || line.StartsWith("fastmd reset", StringComparison.Ordinal))
        {
            await _process.RunAsync("docs", "--output", "site", "--concurrent");
        }

        if (line.StartsWith("fastmd dashboard", StringComparison.Ordinal))
        {
            await _process.RunAsync("docs", "--output", "site");
        }

        Assert.SkipWhen(OperatingSystem.IsWindows() && line.Contains("--exec", StringComparison.Ordinal), "Its command is a script of Unix.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_process.Folder.Write("translate", "#!/bin/sh\ncat\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var leave = new CancellationTokenSource();
        using var server = line.Contains(" --cluster ", StringComparison.Ordinal) ? await StartServerAsync() : null;
        line = line.Replace("nats://localhost:4222", server?.Url, StringComparison.Ordinal);
        var worker = server is null || line.StartsWith("fastmd worker", StringComparison.Ordinal)
            ? Task.CompletedTask
            : _process.RunCommandAsync(leave.Token, "worker", "--cluster", server.Url);

        var arguments = Root.Parse(line["fastmd ".Length..]).Tokens.Select(token => token.Value).ToArray();

        // One that stays until it is ended is ended at once.
        using var interruption = new CancellationTokenSource();
        if (arguments.Contains("--watch") || arguments.Contains("--pipe") || arguments[0] is "worker" or "dashboard")
        {
            await interruption.CancelAsync();
        }

        var outcome = await _process.RunCommandAsync(interruption.Token, arguments);
        await leave.CancelAsync();
        await worker;

        Assert.True(outcome.ExitCode == ExitCodes.Success, $"{outcome.ExitCode}: {outcome.Messages}");
    }

    private static async Task<NatsServer> StartServerAsync()
    {
        Assert.SkipUnless(NatsServer.IsInstalled, NatsServer.Absent);
        return await NatsServer.StartAsync();
    }

    public void Dispose() => _process.Dispose();

    private static string HelpOf(params string[] arguments)
    {
        using var output = new StringWriter();
        Assert.Equal(ExitCodes.Success, Root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output }));
        return output.ToString().ReplaceLineEndings("\n");
    }
}
