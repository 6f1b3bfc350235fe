using FastMd.Cli.Diagnostics;
using FastMd.Cli.Watch;
using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli.Watch;

public sealed class WatchPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WatchPlanTests()
    {
        _folder.Write("docs/a.md", "");
        _folder.Write("notes/one.md", "");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("docs/a.md", true)]
    [InlineData("docs/new/b.md", true)]
    [InlineData("docs/image.png", true)]
    [InlineData("docs", true)]
    [InlineData("fastmd.json", true)]
    [InlineData("page.html", true)]
    [InlineData("notes/one.md", true)]
    [InlineData("notes/two.md", false)]
    [InlineData("other.md", false)]
    [InlineData("docs2/a.md", false)]
    [InlineData("docs/site/a.html", false)]
    [InlineData("docs/site", false)]
    [InlineData("docs/.git/index", false)]
    [InlineData("docs/.fastmd/state", false)]
    [InlineData("docs/node_modules/x/README.md", false)]
    [InlineData("docs/drafts/a.md", false)]
    [InlineData("docs/a.md~", false)]
    [InlineData("docs/.a.md.swp", false)]
    [InlineData("docs/4913", false)]
    [InlineData("docs/#a.md#", false)]
    [InlineData("docs/.#a.md", false)]
    [InlineData("docs/~$a.md", false)]
    [InlineData("docs/a.md.tmp", false)]
    [InlineData("docs/report.json", false)]
    [InlineData("docs/findings.sarif", false)]
    public void What_a_run_reads_matters_and_nothing_else(string path, bool matters)
        => Assert.Equal(matters, Plan("docs/site", "docs", "notes/one.md").Matters(At(path)));

    [Theory]
    [InlineData("docs/a.md", true)]
    [InlineData("docs/new/b.markdown", true)]
    [InlineData("docs/a.html", false)]
    [InlineData("docs/drafts/a.md", false)]
    public void In_a_tree_converted_in_place_documents_matter_and_outputs_do_not(string path, bool matters)
        => Assert.Equal(matters, Plan("docs", "docs").Matters(At(path)));

    [Theory]
    [InlineData("js", "docs/a.mdx", true)]
    [InlineData("js", "docs/a.md", true)]
    [InlineData("js", "docs/a.mdx.js", false)]
    [InlineData("js", "docs/a.mdx.err.json", false)]
    [InlineData("html", "docs/a.mdx", false)]
    public void In_a_tree_converted_in_place_MDX_matters_where_it_is_wanted(string to, string path, bool matters)
        => Assert.Equal(matters, PlanTo(to, "docs", "docs").Matters(At(path)));

    [Theory]
    [InlineData("docs/x.bak")]
    [InlineData("docs/.hidden")]
    [InlineData("docs/image~")]
    [InlineData("docs/new.part")]
    [InlineData("docs/old.bak")]
    public async Task What_documents_refer_to_and_folders_matter_whatever_they_are_called(string path)
    {
        _folder.Write("docs/x.bak", "x");
        _folder.Write("docs/a.md", "[1](x.bak) [2](.hidden) ![3](image~)");
        _folder.Write("docs/old.bak/b.md", "b");
        Directory.CreateDirectory(At("docs/new.part"));
        using var process = new FakeProcess { WorkingDirectory = _folder.Path };
        await process.RunAsync("docs", "-o", "docs/site");

        Directory.Move(At("docs/old.bak"), At("elsewhere"));

        Assert.True(Plan("docs/site", "docs").Matters(At(path)));
    }

    [Fact]
    public void Folders_are_watched_whole_and_files_by_their_folder()
    {
        var plan = Plan("site", "docs", "notes/one.md");

        Assert.Equal([At("docs")], plan.Folders);
        Assert.Equal(new[] { _folder.Path, At("notes") }.Order(StringComparer.Ordinal), plan.Parents.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("docs/*.md", "docs")]
    [InlineData("docs/**/*.md", "docs")]
    [InlineData("*.md", "")]
    public void A_pattern_is_watched_from_its_first_wildcard_on(string pattern, string folder)
        => Assert.Equal([folder.Length == 0 ? _folder.Path : At(folder)], Plan("site", pattern).Folders);

    [Fact]
    public void A_file_that_is_called_like_a_pattern_is_watched_as_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _folder.Write("docs/a*.md", "");

        Assert.Empty(Plan("site", "docs/a*.md").Folders);
    }

    [Fact]
    public void Two_plans_for_the_same_places_are_told_from_others()
    {
        Assert.True(Plan("site", "docs").WatchesSame(Plan("out", "docs")));
        Assert.False(Plan("site", "docs").WatchesSame(Plan("site", "docs", "notes")));
        Assert.False(Plan("site", "docs").WatchesSame(Plan("site", "docs", "notes/one.md")));
    }

    private WatchPlan Plan(string destination, params string[] paths) => PlanTo("html", destination, paths);

    private WatchPlan PlanTo(string to, string destination, params string[] paths)
    {
        var settings = new SettingsResolver(_ => null, null, _folder.Path);
        settings.Give(SettingsTable.To, to, "--to");
        settings.Give(SettingsTable.Exclude, ["drafts"], "--exclude");
        settings.Give(SettingsTable.Template, "page.html", "--template");
        return new(
            new()
            {
                Paths = paths,
                Destination = At(destination),
                ReportFile = At("docs/report.json"),
                Diagnostics = new(DiagnosticFormat.Sarif, At("docs/findings.sarif")),
                Settings = settings,
            },
            _folder.Path);
    }

    private string At(string path) => _folder.At(path.Split('/'));
}
