using System.Text.RegularExpressions;
using FastMd.Cli;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Steps.Commands;
using FastMd.Tests.Unit.Cli;
using FastMd.Tests.Unit.Docs.Samples;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>The documentation as a whole: its links lead somewhere, and what it names is there.</summary>
public sealed class WholeDocumentationTests : IDisposable
{
    private readonly FakeProcess _process = new() { WorkingDirectory = Repository.Root };

    private static IEnumerable<string> Options { get; } =
        CommandLine.Root(new(".", _ => null, () => Stream.Null, () => Stream.Null, TextWriter.Null, IsTerminal: false), CancellationToken.None) is var root
            ? [.. root.Options.Concat(root.Subcommands.SelectMany(command => command.Options)).SelectMany(option => option.Aliases.Append(option.Name)).Distinct()]
            : [];

    /// <summary>The variables that what is for Node reads.</summary>
    private static HashSet<string> OfNode { get; } =
    [
        .. new DirectoryInfo(Path.Combine(Repository.Root, "clients", "node")).EnumerateDirectories()
            .Where(package => package.Name != "node_modules")
            .SelectMany(package => package.EnumerateDirectories().Where(folder => folder.Name is not ("node_modules" or "dist")).SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories)).Concat(package.EnumerateFiles()))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file.FullName), @"\benv(?:ironment)?(?:\.|\[')(FASTMD_[A-Z_]+)").Select(match => match.Groups[1].Value)),
    ];

    /// <summary>The variables that the command of a step gets.</summary>
    private static HashSet<string> OfSteps { get; } = [CommandStep.SourceVariable, CommandStep.NameVariable, CommandStep.TargetVariable];

    private static IEnumerable<(string Page, string Text)> Pages
        => Sample.Pages.Select(page => (page, File.ReadAllText(Path.Combine(Repository.Root, page))));

    [Fact]
    public async Task No_link_between_its_pages_is_dead()
    {
        var outcome = await _process.RunCommandAsync(TestContext.Current.CancellationToken, ["check", .. Sample.Pages, "--base", "."]);

        Assert.True(outcome.ExitCode == ExitCodes.Success, outcome.Output + outcome.Messages);
    }

    [Fact]
    public void Options_that_it_names_are_there()
    {
        // An option in a sentence, or after the executable's name up to the end of the command.
        var named = Pages.SelectMany(page => Regex
            .Matches(page.Text, @"`(--[a-z][a-z-]+)|\bfastmd (?:convert|check|measure|doctor|config)\b[^\n`|;#]*")
            .SelectMany(match => Regex.Matches(match.Value, @"(?<![\w-])--[a-z][a-z-]+"))
            .Select(match => (page.Page, Option: match.Value)));

        Assert.All(named, use => Assert.True(Options.Contains(use.Option) || IsOfAnother(use.Option), $"{use.Page}: {use.Option}"));
    }

    [Fact]
    public void Environment_variables_that_it_names_are_there()
        => Assert.All(
            Pages.SelectMany(page => Regex.Matches(page.Text, @"\bFASTMD_[A-Z_]+\b").Select(match => (page.Page, Name: match.Value))),
            use => Assert.True(
                SettingsTable.All.Any(setting => setting.EnvironmentVariable == use.Name)
                    || ShardEnvironment.Known.Any(system => system.Index == use.Name || system.Total == use.Name)
                    || OfNode.Contains(use.Name)
                    || OfSteps.Contains(use.Name),
                $"{use.Page}: {use.Name}"));

    [Fact]
    public void The_index_of_decisions_has_each_by_its_title()
    {
        var folder = Path.Combine(Repository.Root, "docs", "decisions");
        var decisions = Directory.GetFiles(folder, "0*.md").Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Title: Regex.Match(File.ReadLines(path).First(), @"^# \d+\. (.+)$").Groups[1].Value))
            .Select(decision => $"| {int.Parse(decision.Name[..4], null)} | [{decision.Title}]({decision.Name}) |");

        Assert.Equal(decisions, File.ReadLines(Path.Combine(folder, "README.md")).Where(line => Regex.IsMatch(line, @"^\| \d")));
    }

    public void Dispose() => _process.Dispose();

    // Options of programs that are not this one.
    private static bool IsOfAnother(string option) => option is "--filter" or "--job"
        or "--short" or "--markdown" or "--runs" or "--pages" or "--out" or "--only" or "--executable" or "--read" or "--smallest" or "--largest"
        or "--kill-worker" or "--freeze" or "--kill-broker" or "--cut" or "--kill-publisher" or "--calm" or "--replicas";
}
