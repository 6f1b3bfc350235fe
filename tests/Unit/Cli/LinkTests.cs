using FastMd.Cli;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>What links, pipes and devices among the documents come to.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public LinkTests()
    {
        _process.Folder.Write("secret.md", "secret");
        _process.Folder.Write("docs/a.md", "# A");
        File.CreateSymbolicLink(_process.Folder.At("docs", "p.md"), _process.Folder.At("secret.md"));
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_link_out_of_the_tree_is_left_out_with_a_warning()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Contains($"{Path.Combine("docs", "p.md")}: warning FM1008: ", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("site/p.html"));
    }

    [Theory]
    [InlineData("docs/*.md")]
    [InlineData("docs/**/*.md")]
    public async Task A_pattern_takes_no_link_that_leads_out_of_its_base_path(string pattern)
    {
        await _process.RunAsync(pattern, "-o", "site", "--base", "docs");

        Assert.Equal(["site/a.html"], Outputs());
    }

    [Theory]
    [InlineData("docs", "--follow-links", "all")]
    [InlineData("docs", "--base", ".")]
    [InlineData("docs/a.md", "docs/p.md")]
    public async Task One_that_is_asked_for_is_followed(params string[] arguments)
    {
        var outcome = await _process.RunAsync([.. arguments, "-o", "site"]);

        Assert.DoesNotContain("FM1008", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(2, Outputs().Length);
    }

    [Fact]
    public async Task A_pipe_that_is_named_is_an_error_at_once_and_costs_no_other_document()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a pipe without opening it.");
        NamedPipe.Create(_process.Folder.At("pipe.md"));

        var outcome = await _process.RunAsync("pipe.md", "docs/a.md", "-o", "site", "--timeout", "0");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("pipe.md: error FM1009: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(["site/docs/a.html"], Outputs());
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/proc/self/environ")]
    public async Task What_the_system_shows_of_itself_is_no_document_even_by_a_link_that_is_named(string target)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these.");
        File.CreateSymbolicLink(_process.Folder.At("docs", "e.md"), target);

        foreach (var path in new[] { target, Path.Combine("docs", "e.md") })
        {
            Assert.Contains("error FM1009: ", (await _process.RunAsync(path, "--follow-links", "all")).Messages, StringComparison.Ordinal);
        }
    }

    private string[] Outputs() => [.. _process.Folder.Files().Where(file => file.StartsWith("site/", StringComparison.Ordinal))];
}
