using System.Text.RegularExpressions;
using FastMd.Tests.Unit.Docs.Samples;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Workflows;

/// <summary>The project's own workflows: what can be known of them without an agent.</summary>
public class WorkflowTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".github", "workflows");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.yml").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_may_read_and_nothing_else_unless_a_job_needs_more(string name)
    {
        var workflow = Named(name);

        Assert.Equal(new Dictionary<string, object> { ["contents"] = "read" }, AgentPipeline.Mapping(workflow.At("permissions")));
        Assert.All(workflow.Jobs.Values, job => Assert.DoesNotContain("write-all", job.GetValueOrDefault("permissions") as string ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_not_run_beside_itself_nor_for_ever(string name)
    {
        var workflow = Named(name);

        Assert.Contains("group", AgentPipeline.Mapping(workflow.At("concurrency")).Keys);
        Assert.All(workflow.Jobs.Where(job => !job.Value.ContainsKey("uses")), job => Assert.True(job.Value.ContainsKey("timeout-minutes"), job.Key));
    }

    [Fact]
    public void Actions_are_pinned_by_commit_the_same_everywhere_and_say_which_version_that_is()
    {
        var texts = Names.Select(name => File.ReadAllText(Path.Combine(Folder, name.Data)))
            .Concat(Sample.All.Where(sample => sample.Language == "yaml").Select(sample => sample.Code));
        var uses = texts.SelectMany(text => Regex.Matches(text, @"(?m)^\s*(?:- )?uses: (?!\./)(.+)$")).Select(match => match.Groups[1].Value.TrimEnd()).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches(@"^[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", action));
        Assert.All(uses.GroupBy(action => action.Split('@')[0]), action => Assert.Single(action.Distinct()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scripts_that_it_runs_are_there(string name)
    {
        var scripts = Named(name).Steps.Select(step => step.Script ?? "")
            .SelectMany(script => Regex.Matches(script, @"(?:\./|(?<![\w/-]))((?:\.ci|build|src|tests)/[\w./-]+|build\.ps1)").Select(match => match.Groups[1].Value))
            .Distinct();

        Assert.All(scripts, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_that_it_gives_scripts_are_there(string name)
    {
        var calls = Named(name).Steps.Select(step => step.Script ?? "")
            .SelectMany(script => Regex.Matches(script, @"\./((?:build|tests)[\w./-]*\.ps1)([^\r\n}]*)"));

        Assert.All(calls, call =>
        {
            var script = File.ReadAllText(Path.Combine(Repository.Root, call.Groups[1].Value));
            Assert.All(
                Regex.Matches(call.Groups[2].Value, @"(?<= )-(\w+)").Select(match => match.Groups[1].Value),
                parameter => Assert.Matches($@"\] \${parameter}\b", script));
        });
    }

    [Fact]
    public void Tasks_that_workflows_and_pages_name_are_there()
    {
        var build = File.ReadAllText(Path.Combine(Repository.Root, "build.ps1"));
        var tasks = Regex.Matches(Regex.Match(build, @"ValidateSet\((.*)\)\]\s+\[string\[\]\] \$Task").Groups[1].Value, @"\w+").Select(match => match.Value).ToList();
        var pages = Names.Select(name => Path.Combine(Folder, name.Data)).Concat(Sample.Pages.Select(page => Path.Combine(Repository.Root, page)))
            .Select(File.ReadAllText)
            .ToList();
        var named = pages.SelectMany(page => Regex.Matches(page, @"build\.ps1 -Task (\w+)").Select(match => match.Groups[1].Value));
        var parameters = pages.SelectMany(page => Regex.Matches(page, @"build\.ps1 -(\w+)").Select(match => match.Groups[1].Value));

        Assert.Equal(["Build", "Test", "Docs", "Package"], tasks);
        Assert.All(named, task => Assert.Contains(task, tasks));
        Assert.All(parameters, parameter => Assert.Matches($@"\] \${parameter}\b", build));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Jobs_wait_for_jobs_that_are_there(string name)
        => Assert.All(
            Named(name).Jobs.Values.SelectMany(job => AgentPipeline.List(job.GetValueOrDefault("needs"))),
            needed => Assert.Contains(needed, Named(name).Jobs.Keys));

    [Fact]
    public void What_is_built_once_is_tested_on_three_systems_with_the_oldest_PowerShell_and_the_newest()
    {
        var test = Named("ci.yml").Jobs["test-module"];
        var matrix = AgentPipeline.Mapping(AgentPipeline.Mapping(test["strategy"])["matrix"]);

        Assert.Equal(["windows-latest", "ubuntu-latest", "macos-latest"], AgentPipeline.List(matrix["os"]));
        Assert.Equal(["7.4", "newest"], AgentPipeline.List(matrix["powershell"]));
        Assert.Equal(["package"], AgentPipeline.List(test["needs"]));
    }

    [Fact]
    public void There_is_an_executable_for_every_platform()
    {
        var matrix = AgentPipeline.Mapping(AgentPipeline.Mapping(Named("ci.yml").Jobs["native"]["strategy"])["matrix"]);

        Assert.Equal(
            ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"],
            ((List<object>)matrix["include"]).Select(one => (string)AgentPipeline.Mapping(one)["rid"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_release_is_made_by_a_tag_of_what_was_built_and_tested()
    {
        var release = Named("release.yml");

        Assert.Equal(["tags"], AgentPipeline.Mapping(AgentPipeline.Mapping(release.At("on"))["push"]).Keys);
        Assert.Equal("./.github/workflows/ci.yml", release.Jobs["build"]["uses"]);
        Assert.Equal(["build"], AgentPipeline.List(release.Jobs["release"]["needs"]));
    }

    [Fact]
    public void What_is_downloaded_was_uploaded()
    {
        var uploaded = Artifacts("ci.yml", "actions/upload-artifact").Select(name => Regex.Replace(name, @"\$\{\{.*?\}\}", "*")).ToList();

        Assert.All(
            Artifacts("ci.yml", "actions/download-artifact").Concat(Artifacts("release.yml", "actions/download-artifact")),
            name => Assert.Contains(name, uploaded));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_scripts_of_its_steps_are_scripts(string name)
    {
        Assert.SkipWhen(Shell.WhyNoBash.Length > 0, Shell.WhyNoBash);
        using var tree = new ExampleTree();
        var steps = Named(name).Steps.Where(step => step.Script is not null).ToList();
        var check = string.Concat(steps.Where(step => step.IsPowerShell).Select(step => $$"""
            $errors = $null
            $null = [Management.Automation.Language.Parser]::ParseInput(@'
            {{step.Script}}
            '@, [ref] $null, [ref] $errors)
            if ($errors) { throw '{{step.Name}}: ' + $errors }

            """));

        Assert.Equal((0, ""), await Shell.PowerShellAsync(tree, check));
        foreach (var step in steps.Where(step => !step.IsPowerShell))
        {
            Assert.Equal((0, ""), await Shell.BashAsync(tree, $"bash -n <<'END'\n{step.Script}\nEND"));
        }
    }

    private static IEnumerable<string> Artifacts(string workflow, string action)
        => Named(workflow).Steps
            .Where(step => (step.Settings.GetValueOrDefault("uses") as string ?? "").StartsWith(action, StringComparison.Ordinal))
            .Select(step => AgentPipeline.Mapping(step.Settings["with"]))
            .Select(with => (string)(with.GetValueOrDefault("name") ?? with["pattern"]));

    private static AgentPipeline Named(string name) => AgentPipeline.Parse(File.ReadAllText(Path.Combine(Folder, name)));
}
