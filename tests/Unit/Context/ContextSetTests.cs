using System.Text.Json;
using System.Text.RegularExpressions;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Context;

/// <summary>A tree of context: its files, its index and what else is made of all of it.</summary>
public sealed class ContextSetTests : IDisposable
{
    private ContextTree _tree = new();

    public ContextSetTests()
    {
        _tree.Write("guide/install.md", "---\ntitle: Install [it]\ndescription: How to\n---\n\n# Install\n\nSee [use](../use), [the API](/api/index.html#top) and ![logo](logo.png).\n");
        _tree.Write("use.mdx", "# Use\n\n<Note>Mind it.</Note>\n");
        _tree.Write("use.md", "# Use, too\n\n{#x}\n");
        _tree.Write("api/index.md", "# API\n\n## Top\n");
        _tree.Write("guide/logo.png", "x");
        _tree.Write("i18n/de/v2.1/a.md", "Hallo");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Each_document_says_where_it_is_from_and_how_large_it_is()
    {
        await _tree.RunAsync();
        var text = _tree.Read("guide/install.md.mdc");

        Assert.StartsWith("---\nschema: mdc/1.0\nsource:\n  path: guide/install.md\ntitle: \"Install [it]\"\ndescription: How to\ntopics: [guide]\nslug: guide-install-md-", text, StringComparison.Ordinal);
        Assert.Matches("content_hash: sha256:[0-9a-f]{64}\nstats:\n  lines: 3\n  words: 8\n", text);
        Assert.EndsWith("# Install\n\nSee [use](../use.md.mdc), [the API](../api/index.md.mdc#top) and ![logo](logo.png).\n", text, StringComparison.Ordinal);
        Assert.Contains("language: de\nversion: \"2.1\"\n", _tree.Read("i18n/de/v2.1/a.md.mdc"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_has_a_line_for_each_in_order_and_their_slugs_differ()
    {
        await _tree.RunAsync();

        var lines = _tree.Read("index.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["api/index.md.mdc", "guide/install.md.mdc", "i18n/de/v2.1/a.md.mdc", "use.md.mdc", "use.mdx.mdc"],
            lines.Select(line => line.GetProperty("path").GetString()));
        Assert.Equal(5, lines.Select(line => line.GetProperty("slug").GetString()).Distinct().Count());
        Assert.Equal("Install [it]", lines[1].GetProperty("title").GetString());
        Assert.Equal("estimate", lines[0].GetProperty("stats").GetProperty("tokens_by").GetString());
        Assert.Contains(lines[0].GetProperty("content_hash").GetString()!, _tree.Read("api/index.md.mdc"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_writes_nothing_and_any_number_of_workers_writes_the_same()
    {
        _tree.Target = new() { Set = new() { HasList = true, HasWhole = true, ChunkTokens = 100 }, Context = new() { MapsLines = true } };
        await _tree.RunAsync(workers: 1);
        var first = _tree.Outputs().ToDictionary(file => file, _tree.Read);

        var again = await _tree.RunAsync(workers: 4);

        Assert.All(again, result => Assert.Equal(ConversionStatus.Unchanged, result.Status));
        Assert.Equal(first, _tree.Outputs().ToDictionary(file => file, _tree.Read));
    }

    [Fact]
    public async Task What_is_gone_leaves_the_index()
    {
        await _tree.RunAsync();
        _tree.Remove("use.mdx");

        await _tree.RunAsync();

        Assert.DoesNotContain("use.mdx", _tree.Read("index.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lead_to_the_site_where_it_is_named()
    {
        _tree.Target = new() { Context = new() { SiteUrl = "https://example.com/docs/", Repository = "https://example.com/repo", Ref = "main" } };
        await _tree.RunAsync();

        Assert.EndsWith(
            "See [use](https://example.com/docs/use), [the API](https://example.com/docs/api#top) and ![logo](https://example.com/docs/guide/logo.png).\n",
            _tree.Read("guide/install.md.mdc"),
            StringComparison.Ordinal);
        Assert.Contains("  repo: \"https://example.com/repo\"\n  ref: main\n  url: \"https://example.com/docs/guide/install\"\n", _tree.Read("guide/install.md.mdc"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_read_by_the_readers_of_its_format()
    {
        _tree.Write("odd.md", "---\ntitle: A [b](c) d\n---\n\nx");
        _tree.Write("odd (1).md", "# Y");
        _tree.Target = new() { Set = new() { HasList = true } };
        await _tree.RunAsync();
        var text = _tree.Read("llms.txt");

        // As the reference does it: sections at H2, and in them lines of one form.
        Assert.Matches("^# .+\n", text);
        var sections = Regex.Split(text, @"^## ?(.*?)$", RegexOptions.Multiline)[1..];
        var links = sections.Where((_, i) => i % 2 == 1).SelectMany(section => section.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(7, links.Count);
        Assert.All(links, link => Assert.Matches(@"^-\s*\[(?<title>[^\]]+)\]\((?<url>[^\)]+)\)(?::\s*(?<desc>.*))?$", link));
        Assert.Contains("- [Install (it)](guide/install.md.mdc): How to", links);
        Assert.Contains("- [Y](odd%20%281%29.md.mdc)", links);
    }

    [Fact]
    public async Task Chunks_say_what_lines_of_the_source_they_are_from()
    {
        _tree.Target = new() { Set = new() { ChunkTokens = 20 }, Context = new() { MapsLines = true } };
        await _tree.RunAsync();

        var chunks = _tree.Read("chunks.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(chunk => chunk.GetProperty("path").GetString() == "guide/install.md.mdc").ToList();
        Assert.True(chunks.Count > 1);
        Assert.All(chunks, chunk => Assert.StartsWith("# Install\n", chunk.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Equal([1, 6], chunks[0].GetProperty("source_lines").EnumerateArray().Select(line => line.GetInt32()).ToArray()[..1].Append(6));
        Assert.Equal(8, chunks[^1].GetProperty("source_lines")[1].GetInt32());
        Assert.Equal(["Install"], chunks[0].GetProperty("heading_path").EnumerateArray().Select(heading => heading.GetString()));
    }

    [Fact]
    public async Task Chunks_can_be_files_of_their_own()
    {
        _tree.Target = new() { Set = new() { ChunkTokens = 50, ChunkForm = ChunkForm.Files } };
        var results = await _tree.RunAsync();

        Assert.Contains("chunks/use.md.mdc/0001.md", _tree.Outputs());
        Assert.DoesNotContain("\"text\"", _tree.Read("chunks.jsonl"), StringComparison.Ordinal);
        Assert.All(results.Where(result => result.Kind == OutputKind.Product), product => Assert.Equal(ConversionStatus.Converted, product.Status));
    }

    [Fact]
    public async Task A_set_with_too_many_tokens_is_reported_with_its_largest_documents()
    {
        _tree.Target = new() { Set = new() { MaximumTokens = 5 } };

        var warning = Assert.Single((await _tree.RunAsync()).SelectMany(result => result.Diagnostics), diagnostic => diagnostic.Code == DiagnosticCodes.TooManyTokens);

        Assert.Contains("guide/install.md.mdc (", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_in_one_file_names_each_document()
    {
        _tree.Target = new() { Set = new() { HasWhole = true } };
        await _tree.RunAsync();
        var text = _tree.Read("llms-full.txt");

        Assert.Contains("<!-- use.mdx.mdc -->\n\n# Use\n\n> [!NOTE]\n> Mind it.\n", text, StringComparison.Ordinal);
        Assert.Contains("<!-- i18n/de/v2.1/a.md.mdc -->\n\n# ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Includes_that_change_are_followed_and_those_that_include_themselves_refused()
    {
        _tree.Dispose();
        _tree = new();
        _tree.Write("a.md", "--8<-- \"parts/b.md\"\n");
        _tree.Write("parts/b.md", "one [a](../a.md)");
        await _tree.RunAsync();
        Assert.Equal("one [a](a.md.mdc)\n", _tree.Body("a.md.mdc"));

        // What is included is looked at again, and nothing is written.
        Assert.All(await _tree.RunAsync(), result => Assert.Equal(ConversionStatus.Unchanged, result.Status));

        _tree.Write("parts/b.md", "--8<-- \"a.md\"\n");
        Assert.All(await _tree.RunAsync(), result => Assert.True(result.Kind == OutputKind.Product || result.Diagnostics.Any(diagnostic => diagnostic.Code == DiagnosticCodes.InclusionRefused)));
    }
}
