using System.Text.RegularExpressions;
using FastMd.Engine.Coordination.Shards;
using FastMd.Tests.Unit.Cli;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>What docs/shards.md says of shards on build agents and clusters: its commands are run as often as there are shards, each with its variables.</summary>
public sealed class ShardSampleTests : IDisposable
{
    private const int Shards = 4;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "shards.md"));

    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Theory]
    [InlineData("GitHub Actions")]
    [InlineData("Azure Pipelines")]
    [InlineData("Kubernetes")]
    [InlineData("SLURM")]
    public async Task A_recipe_converts_and_merges_all_documents(string system)
    {
        for (var page = 0; page < 7; page++)
        {
            _process.Folder.Write($"docs/p{page}.md", $"# Page {page}\n\n[next](p{(page + 1) % 7}.md)");
        }

        var recipe = Page.Split("\n## ").Single(section => section.StartsWith(system + "\n", StringComparison.Ordinal));
        var variables = ShardEnvironment.Known.Single(known => known.System == system);
        for (var shard = 0; shard < Shards; shard++)
        {
            _process.Variables[variables.Index] = $"{shard + variables.First}";
            _process.Variables[variables.Total] = $"{Shards}";
            var convert = await _process.RunCommandAsync(TestContext.Current.CancellationToken, Command(recipe, "convert"));
            Assert.True(convert.ExitCode == 0, convert.Messages);
            if (Directory.Exists(_process.Folder.At("shard")))
            {
                // What is uploaded from one machine and downloaded to another.
                Directory.CreateDirectory(_process.Folder.At("shards"));
                Directory.Move(_process.Folder.At("shard"), _process.Folder.At("shards", $"shard-{shard}"));
            }
        }

        var merge = await _process.RunCommandAsync(TestContext.Current.CancellationToken, Command(recipe, "merge"));

        Assert.True(merge.ExitCode == 0, merge.Messages);
        Assert.StartsWith("4 shards: 7 documents", merge.Messages, StringComparison.Ordinal);
        Assert.Contains("(7 unchanged)", (await _process.RunAsync("docs", "-o", "site")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_system_whose_variables_are_read_is_named_with_them()
        => Assert.Equal(
            ShardEnvironment.Known.Select(system => (system.Index, system.Total, system.FirstVariable ?? $"{system.First}")),
            Regex.Matches(Page, @"(?m)^\| [^|`]+ \| `(\w+)` \| `(\w+)` \| `?(\w+)`? \|$").Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)));

    /// <summary>The command of a recipe, as a shell there would give it to the executable.</summary>
    private string[] Command(string recipe, string name)
    {
        var line = Regex.Match(recipe, $@"fastmd ({name} [^'`\n]*)").Groups[1].Value
            .Replace("$(Pipeline.Workspace)/shard-*", "shards/*", StringComparison.Ordinal)
            .Replace("/work/", "", StringComparison.Ordinal)
            .Replace("auto/8", $"auto/{Shards}", StringComparison.Ordinal)
            .Replace("\"", "", StringComparison.Ordinal);
        line = _process.Variables.Aggregate(line, (text, variable) => text.Replace("$" + variable.Key, variable.Value, StringComparison.Ordinal));
        return [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Expanded)];
    }

    private string[] Expanded(string word)
        => word == "shards/*" ? [.. Directory.GetDirectories(_process.Folder.At("shards")).Order(StringComparer.Ordinal)] : [word];
}
