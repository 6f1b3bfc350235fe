namespace FastMd.Tests.Unit.Cli;

/// <summary>Where outputs go by how their documents are named: docs/decisions/0016-output-places.md.</summary>
public sealed class OutputPlaceTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public OutputPlaceTests()
    {
        _process.WorkingDirectory = Directory.CreateDirectory(_process.Folder.At("here")).FullName;
        _process.Folder.Write("docs/guide/x.md", "# X\n\n[y](deep/y.md#y) ![i](i.png)");
        _process.Folder.Write("docs/guide/i.png", "png");
        _process.Folder.Write("docs/guide/deep/y.md", "# Y\n\n[x](../x.md)");
        _process.Folder.Write("other/x.md", "x");
        _process.Folder.Write("here/notes/n.md", "n");
    }

    public void Dispose() => _process.Dispose();

    [Theory]
    [InlineData("x.html", "/docs/guide/x.md")]
    [InlineData("x.html", "../docs/guide/x.md")]
    [InlineData("deep/y.html,x.html", "/docs/guide/x.md", "/docs/guide/deep/y.md")]
    [InlineData("docs/guide/x.html,other/x.html", "/docs/guide/x.md", "../other/x.md")]
    [InlineData("notes/n.html", "notes/n.md")]
    [InlineData("n.html", "/here/notes/n.md")]
    [InlineData("notes/n.html,x.html", "notes/n.md", "/other/x.md")]
    [InlineData("deep/y.html,x.html", "/docs/guide")]
    [InlineData("deep/y.html,x.html,x.html", "/docs/guide", "/other/x.md")]
    [InlineData("notes/n.html", "n*/*.md")]
    [InlineData("n.html", "/here/notes/*.md")]
    [InlineData("guide/x.html", "../docs/*/x.md")]
    [InlineData("deep/y.html,x.html", "/docs/guide/**/*.md")]
    public async Task A_document_brings_along_the_folders_that_its_name_and_the_others_call_for(string outputs, params string[] paths)
    {
        var outcome = await _process.RunAsync([.. paths.Select(Absolute), "-o", "out", "--dry-run"]);

        var places = outcome.OutputLines.Concat(outcome.Messages.Split('\n'))
            .Where(line => line.Contains("x.md", StringComparison.Ordinal) || line.Contains(" -> ", StringComparison.Ordinal));
        Assert.Equal(outputs.Split(','), places.Select(PlaceIn).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task From_above_a_file_named_absolutely_is_written_as_from_elsewhere()
    {
        _process.WorkingDirectory = _process.Folder.Path;

        Assert.Equal(0, (await _process.RunAsync(_process.Folder.At("docs", "guide", "x.md"), "-o", "out")).ExitCode);

        Assert.Equal(["out/i.png", "out/x.html"], Outputs("out/"));
    }

    [Fact]
    public async Task The_base_that_is_named_is_that_of_files_named_absolutely_too()
    {
        await _process.RunAsync(_process.Folder.At("docs", "guide", "x.md"), "-o", "out", "--base", "../docs");

        Assert.Equal(["here/out/guide/i.png", "here/out/guide/x.html"], Outputs("here/out/"));
    }

    [Fact]
    public async Task Links_between_documents_that_are_named_absolutely_lead_to_their_outputs()
    {
        var outcome = await _process.RunAsync(Absolute("/docs/guide/x.md"), Absolute("/docs/guide/deep/y.md"), "-o", "out");

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("warning", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("href=\"deep/y.html#y\"", _process.Folder.Read("here/out/x.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../x.html\"", _process.Folder.Read("here/out/deep/y.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dead_links_of_documents_from_afar_are_found()
    {
        _process.Folder.Write("other/dead.md", "[gone](gone.md)");

        var outcome = await _process.RunCommandAsync(TestContext.Current.CancellationToken, "check", Absolute("/other/dead.md"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("there is no 'gone.md'", outcome.Messages + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_change_stays_and_what_has_moved_goes_with_prune()
    {
        await _process.RunAsync(Absolute("/docs/guide/x.md"), "-o", "out", "--prune");
        var again = await _process.RunAsync(Absolute("/docs/guide/x.md"), "-o", "out", "--prune");
        Assert.Contains("1 unchanged", again.Messages, StringComparison.Ordinal);

        await _process.RunAsync(Absolute("/docs/guide/x.md"), Absolute("/other/x.md"), "-o", "out", "--prune");

        Assert.Equal(["here/out/docs/guide/i.png", "here/out/docs/guide/x.html", "here/out/other/x.html"], Outputs("here/out/"));
    }

    [Fact]
    public async Task Prune_keeps_the_output_of_a_document_that_was_named_in_a_folder_no_search_enters()
    {
        _process.Folder.Write("here/.github/readme.md", "x");

        await _process.RunAsync(".github/readme.md", "-o", "out", "--prune");

        Assert.Equal(["here/out/.github/readme.html"], Outputs("here/out/"));
    }

    [Fact]
    public async Task Two_trees_that_meet_in_one_output_are_told_how_to_keep_apart()
    {
        var outcome = await _process.RunAsync(Absolute("/docs/guide"), Absolute("/other"), "-o", "out");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FM3003", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("--base", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_a_pattern_too_says_what_it_did_not_take()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        foreach (var name in new[] { "a*.md", "ab.md", "ac.md" })
        {
            _process.Folder.Write("here/" + name, "x");
        }

        var outcome = await _process.RunAsync("a*.md", "-o", "out", "--dry-run");

        Assert.Contains($"a*.md: warning FM1007: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains($"'{_process.Folder.At("here", "ab.md")}' and 1 more", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("FM1007", (await _process.RunAsync("a*.md", "ab.md", "ac.md", "-o", "out", "--dry-run")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_a_line_break_does_not_break_a_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _process.Folder.Write("here/a\nb.md", "x");

        var refused = await _process.RunAsync("a\nb.md", "-o", "out", "--quiet");
        var missing = await _process.RunAsync("c\nd.md");

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith(@"a\u000ab.md: error FM3002: ", Assert.Single(Lines(refused.Messages)), StringComparison.Ordinal);
        Assert.Equal(@"fastmd: 'c\u000ad.md' does not exist.", Assert.Single(Lines(missing.Messages)));
    }

    private static string[] Lines(string messages) => messages.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private string Absolute(string path) => path.StartsWith('/') ? _process.Folder.Path + path : path;

    // A line of the plan, or a refusal, which names the place that two claim.
    private string PlaceIn(string line)
    {
        var root = _process.Folder.At("here", "out") + Path.DirectorySeparatorChar;
        var place = line[(line.LastIndexOf(root, StringComparison.Ordinal) + root.Length)..];
        return place[..(place.IndexOf(".html", StringComparison.Ordinal) + ".html".Length)].Replace('\\', '/');
    }

    private string[] Outputs(string folder) => [.. _process.Folder.Files().Where(file => file.StartsWith(folder, StringComparison.Ordinal))];
}
