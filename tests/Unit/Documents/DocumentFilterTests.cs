using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public class DocumentFilterTests
{
    [Theory]
    [InlineData("a.md", true)]
    [InlineData("deep/er/A.MD", true)]
    [InlineData("a.markdown", true)]
    [InlineData("a.md.bak", false)]
    [InlineData("a.txt", false)]
    [InlineData("md", false)]
    public void Markdown_files_are_taken_by_default(string path, bool taken)
        => Assert.Equal(taken, DocumentFilter.Default.Takes(path));

    [Theory]
    [InlineData("*.txt", "a.txt", true)]
    [InlineData("*.txt", "deep/a.txt", true)]
    [InlineData("README*", "deep/readme.md", true)]
    [InlineData("guide/*.md", "guide/a.md", true)]
    [InlineData("guide/*.md", "guide/deep/a.md", false)]
    [InlineData("guide/*.md", "other/guide/a.md", false)]
    [InlineData("/*.md", "a.md", true)]
    [InlineData("/*.md", "deep/a.md", false)]
    [InlineData("guide/**/*.md", "guide/deep/er/a.md", true)]
    [InlineData("guide\\*.md", "guide/a.md", true)]
    [InlineData("guide/**", "guide/deep/a.md", true)]
    [InlineData("guide/**", "other/a.md", false)]
    public void A_pattern_without_a_slash_applies_at_every_depth_and_one_with_a_slash_from_the_root(string include, string path, bool taken)
        => Assert.Equal(taken, new DocumentFilter([include], []).Takes(path));

    [Theory]
    [InlineData("drafts", "drafts/a.md", false)]
    [InlineData("drafts", "deep/drafts/a.md", false)]
    [InlineData("drafts/", "deep/drafts/a.md", false)]
    [InlineData("drafts/**", "drafts/deep/a.md", false)]
    [InlineData("drafts/**", "deep/drafts/a.md", true)]
    [InlineData("/drafts", "drafts/a.md", false)]
    [InlineData("/drafts", "deep/drafts/a.md", true)]
    [InlineData("draft-*", "deep/draft-a.md", false)]
    [InlineData("DRAFTS", "drafts/a.md", false)]
    [InlineData("drafts", "drafts.md", true)]
    public void What_is_excluded_is_not_reached(string exclude, string path, bool reached)
        => Assert.Equal(reached, new DocumentFilter(["*.md"], [exclude]).Reaches(path));

    [Theory]
    [InlineData(".git/a.md")]
    [InlineData("deep/.hidden/a.md")]
    [InlineData("node_modules/pkg/README.md")]
    [InlineData("deep/Node_Modules/README.md")]
    public void Hidden_folders_and_node_modules_are_never_reached(string path)
        => Assert.False(DocumentFilter.Default.Reaches(path));
}
