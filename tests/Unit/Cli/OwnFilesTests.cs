using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

/// <summary>What FastMd did not write it neither replaces nor removes.</summary>
public sealed class OwnFilesTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--no-incremental")]
    public async Task A_file_beside_the_sources_stays_unless_forced(params string[] more)
    {
        Write("docs/a.md", "# A");
        Write("docs/b.md", "# B");
        Write("docs/b.html", "by hand");

        var outcome = await _process.RunAsync(["docs", "-o", "docs", .. more]);

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("error FM3012: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("--force", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal("by hand", Read("docs/b.html"));
        Assert.True(_process.Folder.Has("docs/a.html"));
        Assert.Equal(ExitCodes.Success, (await _process.RunAsync(["docs", "-o", "docs", "--force", .. more])).ExitCode);
        Assert.Contains("<h1", Read("docs/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_FastMd_wrote_beside_the_sources_follows_them_whether_it_takes_that_down_again_or_not()
    {
        Write("docs/a.md", "# A");
        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "-o", "docs")).ExitCode);

        Write("docs/a.md", "# Ah");
        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "-o", "docs")).ExitCode);
        Write("docs/a.md", "# Aha");
        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "-o", "docs", "--no-incremental")).ExitCode);

        Assert.Contains("Aha", Read("docs/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_a_destination_of_FastMd_stays_unless_forced()
    {
        Write("docs/a.md", "# A");
        await _process.RunAsync("docs", "-o", "site");
        Write("site/b.html", "by hand");
        Write("docs/b.md", "# B");

        Assert.Contains("error FM3012: ", (await _process.RunAsync("docs", "-o", "site")).Messages, StringComparison.Ordinal);
        Assert.Equal("by hand", Read("site/b.html"));
        await _process.RunAsync("docs", "-o", "site", "--force");
        Assert.NotEqual("by hand", Read("site/b.html"));
    }

    [Theory]
    [InlineData("docs", "-o", "site")]
    [InlineData("docs", "-o", "site", "--no-incremental")]
    [InlineData("docs/a.md", "-o", "site/a.html")]
    [InlineData("docs/a.md", "-o", "docs/a.html")]
    public async Task Where_nothing_is_known_of_what_FastMd_wrote_a_destination_for_outputs_takes_them(params string[] arguments)
    {
        Write("docs/a.md", "# A");
        Write("site/a.html", "of an earlier run");
        Write("docs/a.html", "of an earlier run");

        Assert.Equal(ExitCodes.Success, (await _process.RunAsync(arguments)).ExitCode);
        Assert.Contains("<h1", Read(arguments[2] == "site" ? "site/a.html" : arguments[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destination_goes_on_after_its_state_was_deleted()
    {
        Write("docs/a.md", "# A\n![](logo.png)");
        Write("docs/logo.png", "one");
        await _process.RunAsync("docs", "-o", "site");
        Directory.Delete(_process.Folder.At("site", ".fastmd"), recursive: true);
        Write("docs/a.md", "# Ah\n![](logo.png)");
        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "-o", "site")).ExitCode);
        Write("docs/logo.png", "two");

        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "-o", "site")).ExitCode);
        Assert.Equal("two", Read("site/logo.png"));
    }

    [Fact]
    public async Task A_file_that_says_why_a_document_failed_is_neither_replaced_nor_removed_where_it_is_somebodys()
    {
        Write("docs/a.mdx", "{");
        Write("docs/a.mdx.err.json", "mine");
        string[] run = ["docs", "-o", "docs", "--to", "js", "--error-files"];

        Assert.Contains("error FM3012: ", (await _process.RunAsync(run)).Messages, StringComparison.Ordinal);
        Assert.Equal("mine", Read("docs/a.mdx.err.json"));
        Write("docs/a.mdx", "fine");
        await _process.RunAsync(run);
        Assert.Equal("mine", Read("docs/a.mdx.err.json"));
    }

    [Fact]
    public async Task A_file_of_the_same_content_as_one_that_goes_along_stays_when_that_goes()
    {
        Write("docs/a.md", "![](logo.png)");
        Write("docs/logo.png", "logo");
        Write("site/logo.png", "logo");
        await _process.RunAsync("docs", "-o", "site");
        Write("docs/a.md", "no logo");

        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "-o", "site", "--prune")).ExitCode);

        Assert.Equal("logo", Read("site/logo.png"));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("lock")]
    [InlineData("owner")]
    public async Task What_documents_refer_to_never_becomes_the_build_state(string name)
    {
        Write("docs/a.md", $"![x](.fastmd/{name}) [y](.FastMd/{name})");
        Write("docs/.fastmd/" + name, "forged");
        Write("docs/.FastMd/" + name, "forged");

        var outcome = await _process.RunAsync("docs", "-o", "site");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("error FM3010: ", outcome.Messages, StringComparison.Ordinal);
        Assert.NotEqual("forged", File.Exists(_process.Folder.At("site", ".fastmd", name)) ? Read("site/.fastmd/" + name) : "");
    }

    [Fact]
    public async Task A_state_that_came_from_elsewhere_has_nothing_removed_and_pruning_says_so()
    {
        Write("docs/a.md", "# A");
        Write("docs/b.md", "# B");
        await _process.RunAsync("docs", "-o", "site");
        Copy("site", "copy");
        File.Delete(_process.Folder.At("docs", "b.md"));

        var outcome = await _process.RunAsync("docs", "-o", "copy", "--prune");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("warning FM3008: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("error FM3008: ", outcome.Messages, StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("copy/b.html"));
    }

    [Fact]
    public async Task A_state_that_came_from_elsewhere_is_believed_where_it_is_trusted_and_from_then_on()
    {
        Write("docs/a.md", "# A");
        Write("docs/b.md", "# B");
        await _process.RunAsync("docs", "-o", "site");
        Copy("site", "copy");
        _process.Variables["FASTMD_TRUST_STATE"] = "true";
        Assert.Contains("(2 unchanged)", (await _process.RunAsync("docs", "-o", "copy")).Messages, StringComparison.Ordinal);
        _process.Variables.Clear();
        File.Delete(_process.Folder.At("docs", "b.md"));

        var outcome = await _process.RunAsync("docs", "-o", "copy", "--prune");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.False(_process.Folder.Has("copy/b.html"));
    }

    [Theory]
    [InlineData("no state of ours")]
    [InlineData("FastMd build state 1\n")]
    public async Task Pruning_by_a_state_that_cannot_be_used_fails(string state)
    {
        Write("docs/a.md", "# A");
        Write("site/.fastmd/state", state);

        var outcome = await _process.RunAsync("docs", "-o", "site", "--prune");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("error FM3008: ", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pruning_a_destination_that_is_new_succeeds()
    {
        Write("docs/a.md", "# A");

        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "-o", "site", "--prune")).ExitCode);
    }

    private void Write(string path, string text) => _process.Folder.Write(path, text);

    private string Read(string path) => _process.Folder.Read(path);

    private void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(_process.Folder.At(from), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            var copy = Path.Combine(_process.Folder.At(to), Path.GetRelativePath(_process.Folder.At(from), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
