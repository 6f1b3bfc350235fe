using System.Text.RegularExpressions;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>What the documentation shows to be typed works.</summary>
public class ShellSampleTests
{
    private const string Server = "nats://localhost:4222";

    public static TheoryData<string> UnixSamples => [.. Sample.All.Where(sample => sample.Language is "sh" or "console").Select(sample => sample.ToString())];

    public static TheoryData<string> PowerShellSamples
        => [.. Sample.All.Where(sample => sample is { Language: "powershell", IsCmdletHelp: false }).Select(sample => sample.ToString())];

    [Theory]
    [MemberData(nameof(UnixSamples))]
    public async Task A_sample_for_a_Unix_shell_works(string name)
    {
        Assert.SkipWhen(Shell.WhyNoBash.Length > 0, Shell.WhyNoBash);
        var sample = Named(name);
        var shown = Shown(sample);
        var showsDeadLinks = shown.Contains("error FM5001", StringComparison.Ordinal);
        using var tree = Shell.Tree(showsDeadLinks);
        await Shell.BashAsync(tree, "gh release download");
        await Shell.BashAsync(tree, Preparation(sample));

        var possible = Substitution.In(Typed(sample));
        var needsServer = possible.Contains(Server, StringComparison.Ordinal);
        using var server = needsServer && NatsServer.IsInstalled ? await NatsServer.StartAsync() : null;
        var typed = Served(possible, server);
        Assert.SkipWhen(needsServer && typed.Trim().Length == 0, NatsServer.Absent);

        var (exitCode, output) = await Shell.BashAsync(tree, typed);

        Assert.True(exitCode == (showsDeadLinks ? 1 : 0), $"{sample}: exit code {exitCode}\n{output}");
        Assert.Equal(Counted(shown), shown.Length > 0 ? Counted(output.Trim()) : "");
    }

    [Theory]
    [MemberData(nameof(PowerShellSamples))]
    public async Task A_sample_for_PowerShell_works(string name)
    {
        using var tree = new ExampleTree();

        var (exitCode, output) = await Shell.PowerShellAsync(tree, Substitution.In(Named(name).Code));

        Assert.True(exitCode == 0, $"{name}: exit code {exitCode}\n{output}");
    }

    [Fact]
    public void Every_exception_is_needed()
        => Assert.All(Substitution.All, exception => Assert.Contains(
            Sample.All.Where(sample => !sample.IsCmdletHelp).SelectMany(sample => sample.Code.Split('\n')),
            line => Regex.IsMatch(line.TrimStart().TrimStart('$', ' ').Replace("run: ", "", StringComparison.Ordinal), exception.Pattern)));

    /// <summary>
    /// The same with the test's own server, where workers leave when there is nothing to do, and jobs find one; without what needs a server where there
    /// is none.
    /// </summary>
    private static string Served(string typed, NatsServer? server)
    {
        if (server is null)
        {
            return string.Join('\n', typed.Split('\n').Where(static line => !line.Contains(Server, StringComparison.Ordinal)));
        }

        var lines = typed.Split('\n').Select(line => line.StartsWith("fastmd worker", StringComparison.Ordinal)
            ? Regex.Replace(line, @" --exit-when-idle \d+", "") + " --exit-when-idle 0.1"
            : line);
        var worker = typed.Contains("fastmd convert", StringComparison.Ordinal) ? $"fastmd worker --cluster {Server} --exit-when-idle 20 &\n" : "";
        return (worker + string.Join('\n', lines)).Replace(Server, server.Url, StringComparison.Ordinal);
    }

    /// <summary>What was done before that a sample goes on with.</summary>
    private static string Preparation(Sample sample)
        => sample.Code.Contains("fastmd convert", StringComparison.Ordinal) ? ""
            : sample.Code.Contains("fastmd merge", StringComparison.Ordinal)
                ? "fastmd convert docs -o shards/1 --shard 1/2 --report one.json; fastmd convert docs -o shards/2 --shard 2/2 --report two.json"
            : sample.Code.Contains("fastmd status", StringComparison.Ordinal) || sample.Code.Contains("fastmd reset", StringComparison.Ordinal)
                ? "fastmd convert docs -o site --concurrent"
            : "";

    private static Sample Named(string name) => Sample.All.Single(sample => sample.ToString() == name);

    private static string Typed(Sample sample) => sample.Language == "sh"
        ? sample.Code
        : string.Join('\n', sample.Code.Split('\n').Where(IsTyped).Select(line => line[2..]));

    // On a console what is typed comes after a dollar; what comes without is what the program said.
    private static string Shown(Sample sample) => sample.Language == "sh"
        ? ""
        : string.Join('\n', sample.Code.Split('\n').Where(line => !IsTyped(line) && !line.StartsWith('#'))).Trim();

    private static bool IsTyped(string line) => line.StartsWith("$ ", StringComparison.Ordinal);

    // How many documents and links there are, and how fast it went, is the reader's own.
    private static string Counted(string text) => Regex.Replace(text, @"(?m)^\d[\d,]* documents.*$", line => Regex.Replace(line.Value, @"\d[\d,.]*", "N"));
}
