using FastMd.Tests.Unit.Workflows;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>The scripts inside the pipelines that the documentation shows, run as an agent runs them: step by step, to the first that fails.</summary>
public class PipelineSampleTests
{
    // What is YAML and no pipeline.
    private static readonly Dictionary<string, string> NoPipelines = new() { ["receivers"] = "the configuration of a collector, which is not part of the product" };

    // Its jobs run many times at once, each with variables of its own: ShardSampleTests does that.
    private const string PageOfShards = "docs/shards.md";

    public static TheoryData<string> Pipelines => [.. Yaml.Where(sample => Why(sample) is null).Select(sample => sample.ToString())];

    private static IEnumerable<Sample> Yaml => Sample.All.Where(sample => sample is { Language: "yaml", IsCmdletHelp: false } && sample.Page != PageOfShards);

    [Fact]
    public void What_is_no_pipeline_can_be_read_all_the_same()
        => Assert.All(Yaml.Where(sample => Why(sample) is not null), sample => Assert.Empty(AgentPipeline.Parse(sample.Code).Steps));

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task A_pipeline_succeeds_where_all_is_well(string name)
    {
        var pipeline = Named(name);

        var run = await RunAsync(pipeline, withDeadLinks: false);

        Assert.True(run.Failed is null, $"{name}: '{run.Failed}' failed.\n{run.Output}");
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task A_pipeline_that_checks_links_fails_at_dead_ones_and_shows_them_where_they_are(string name)
    {
        var pipeline = Named(name);
        if (!pipeline.Steps.Any(IsCheck))
        {
            return;
        }

        var run = await RunAsync(pipeline, withDeadLinks: true);

        Assert.Equal("Check links", run.Failed);
        Assert.Matches(
            Agent(pipeline) switch
            {
                _ when run.Sarif.Length > 0 => "\"FM5001\"",
                "TF_BUILD" => @"##vso\[task\.logissue type=error;sourcepath=\S*docs/index\.md;linenumber=12;",
                _ => @"::error file=\S*docs/index\.md,line=12,",
            },
            run.Output + run.Sarif);
    }

    private static async Task<(string? Failed, string Output, string Sarif)> RunAsync(AgentPipeline pipeline, bool withDeadLinks)
    {
        var steps = pipeline.Steps.Where(step => step.Script is not null).ToList();
        Assert.SkipWhen(Shell.WhyNoBash.Length > 0 && steps.Exists(step => !step.IsPowerShell), Shell.WhyNoBash);
        using var tree = Shell.Tree(withDeadLinks, isInstalled: !steps.Exists(step => step.Name == "Get fastmd"));
        var agent = (Agent(pipeline), "true");
        var said = "";
        foreach (var step in steps)
        {
            var script = Substitution.In(step.Script!);
            var (exitCode, output) = step.IsPowerShell
                ? await Shell.PowerShellAsync(tree, script, agent)
                : await Shell.BashAsync(tree, script, agent);
            said += output;
            if (exitCode != 0)
            {
                return (step.Name, said, Sarif());
            }
        }

        return (null, said, Sarif());

        string Sarif() => tree.Has("links.sarif") ? tree.Read("links.sarif") : "";
    }

    private static bool IsCheck(AgentStep step)
        => step.Script is { } script && (script.Contains("fastmd check", StringComparison.Ordinal) || script.Contains("-CheckLinks", StringComparison.Ordinal));

    // GitHub's steps run or use something; Azure's have a key of their own for each shell.
    private static string Agent(AgentPipeline pipeline)
        => pipeline.Steps.Any(step => step.Settings.ContainsKey("run") || step.Settings.ContainsKey("uses")) ? "GITHUB_ACTIONS" : "TF_BUILD";

    private static AgentPipeline Named(string name) => AgentPipeline.Parse(Yaml.Single(sample => sample.ToString() == name).Code);

    private static string? Why(Sample sample)
        => NoPipelines.FirstOrDefault(pair => sample.Code.StartsWith(pair.Key, StringComparison.Ordinal)).Value;
}
