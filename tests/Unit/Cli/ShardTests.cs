using System.Text.Json;

namespace FastMd.Tests.Unit.Cli;

public sealed class ShardTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public ShardTests()
    {
        for (var page = 0; page < 7; page++)
        {
            _process.Folder.Write($"docs/p{page}.md", $"# Page {page}\n\n[all](p{(page + 1) % 7}.md) {new string('x', 1000 * page)}");
        }
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Shards_convert_each_document_once_and_links_to_other_shards_are_not_dead()
    {
        var first = await _process.RunAsync("docs", "-o", "one", "--shard", "1/2");
        var second = await _process.RunAsync("docs", "-o", "two", "--shard", "2/2");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Matches("^shard 1/2: [34] documents", first.Messages);
        Assert.DoesNotContain("FM", first.Messages + second.Messages, StringComparison.Ordinal);
        string[] written = [.. Directory.GetFiles(_process.Folder.At("one"), "*.html"), .. Directory.GetFiles(_process.Folder.At("two"), "*.html")];
        Assert.Equal(Enumerable.Range(0, 7).Select(page => $"p{page}.html"), written.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(written, path => Assert.Contains(".html\">all</a>", File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_keep_their_places_in_the_whole_input()
    {
        var lines = new List<string>();
        foreach (var shard in (string[])["1/3", "2/3", "3/3"])
        {
            var indexes = (await _process.RunAsync("docs", "--json", "--shard", shard)).OutputLines;
            Assert.Equal(indexes.OrderBy(IndexOf), indexes);
            lines.AddRange(indexes);
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(page => (page, $"p{page}.md")), lines.OrderBy(IndexOf).Select(line => (IndexOf(line), Path.GetFileName(JsonElement.Parse(line).GetProperty("source").GetString()!))));
    }

    [Fact]
    public async Task The_number_is_taken_from_the_environment_on_request()
    {
        (_process.Variables["CI_NODE_INDEX"], _process.Variables["CI_NODE_TOTAL"]) = ("2", "7");

        var outcome = await _process.RunAsync("docs", "-o", "site", "--shard", "auto");

        Assert.StartsWith("shard 2/7: 1 document in ", outcome.Messages, StringComparison.Ordinal);
        Assert.StartsWith("7 documents in ", (await _process.RunAsync("docs", "-o", "all")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_shards_than_documents_leave_some_with_nothing_to_do()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--shard", "9/9");

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("shard 9/9: 0 documents", outcome.Messages, StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("site/.fastmd/shard.json"));
    }

    [Fact]
    public async Task A_second_run_of_a_shard_leaves_alone_what_did_not_change()
    {
        await _process.RunAsync("docs", "-o", "site", "--shard", "1/7");

        Assert.StartsWith("shard 1/7: 1 document (1 unchanged)", (await _process.RunAsync("docs", "-o", "site", "--shard", "1/7")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_of_all_documents_is_left_to_merge_and_said_to_be()
    {
        var outcome = await _process.RunAsync("docs", "-o", "context", "--to", "context", "--shard", "1/2");

        Assert.StartsWith("What is made of all documents, such as an index, is left to fastmd merge.", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("context/index.jsonl"));
    }

    [Fact]
    public async Task A_run_of_all_documents_makes_a_destination_no_shard_any_more()
    {
        await _process.RunAsync("docs", "-o", "site", "--shard", "1/2");
        await _process.RunAsync("docs", "-o", "site");

        Assert.False(_process.Folder.Has("site/.fastmd/shard.json"));
    }

    [Fact]
    public async Task A_dry_run_shows_the_share_and_writes_nothing()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--shard", "1/7", "--dry-run");

        Assert.Single(outcome.OutputLines);
        Assert.False(Directory.Exists(_process.Folder.At("site")));
    }

    [Theory]
    [InlineData("is no shard; write I/N", "docs", "-o", "site", "--shard", "3/2")]
    [InlineData("no variable tells the number of this shard", "docs", "-o", "site", "--shard", "auto")]
    [InlineData("--prune would remove what other shards wrote", "docs", "-o", "site", "--shard", "1/2", "--prune")]
    [InlineData("A change may move documents to other shards", "docs", "-o", "site", "--shard", "1/2", "--watch")]
    [InlineData("standard input is one", "-", "--shard", "1/2")]
    [InlineData("name a directory for them with --output", "docs/p1.md", "-o", "p1.html", "--shard", "1/2")]
    public async Task What_makes_no_sense_with_a_shard_is_refused(string message, params string[] arguments)
    {
        var outcome = await _process.RunAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Messages, StringComparison.Ordinal);
    }

    private static int IndexOf(string line) => JsonElement.Parse(line).GetProperty("index").GetInt32();
}
