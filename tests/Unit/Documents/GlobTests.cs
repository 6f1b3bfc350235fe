using System.Text.RegularExpressions;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Documents;

public class GlobTests
{
    [Theory]
    [InlineData("*.md", "a.md", true)]
    [InlineData("*.md", "deep/a.md", false)]
    [InlineData("?.md", "A.MD", true)]
    [InlineData("?.md", "ab.md", false)]
    [InlineData("?.md", ".md", false)]
    [InlineData("*", ".hidden", true)]
    [InlineData("a/*/c", "a/b/c", true)]
    [InlineData("a/*/c", "a/c", false)]
    [InlineData("a/**/c", "a/c", true)]
    [InlineData("a/**/c", "a/b/b/c", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**", "ab/c", false)]
    [InlineData("**/b/**/*.md", "x/b/y/b/z.md", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("a\\*.md", "a/b.md", true)]
    [InlineData("/a.md", "a.md", true)]
    [InlineData("[a].md", "a.md", false)]
    [InlineData("[a].md", "[a].md", true)]
    [InlineData("", "a", false)]
    public void Stars_stay_in_a_segment_and_double_stars_go_through_folders(string pattern, string path, bool matches)
        => Assert.Equal(matches, new Glob(pattern).Matches(path));

    [Fact]
    public void A_glob_is_the_regular_expression_it_stands_for()
        => Property.Holds(
            Gen.Zip(SegmentsOf("**", "*", "a", "b", "?", "a*"), SegmentsOf("a", "b", "ab")),
            both =>
            {
                var (pattern, path) = both;
                var expression = pattern.Split('/').Select(segment => segment switch
                {
                    "" => "",
                    "**" => "([^/]+/)*",
                    _ => segment.Replace("*", "[^/]*", StringComparison.Ordinal).Replace("?", "[^/]", StringComparison.Ordinal) + "/",
                });
                return new Glob(pattern).Matches(path) == (path.Length == 0
                    ? pattern.Split('/').All(segment => segment is "" or "**")
                    : Regex.IsMatch(path + "/", $"^{string.Concat(expression)}$", RegexOptions.NonBacktracking));
            });

    [Fact]
    public void A_hostile_pattern_takes_no_longer_than_pattern_times_path()
    {
        var pattern = string.Concat(Enumerable.Repeat("**/a/", 200)) + "b";

        Assert.False(new Glob(pattern).Matches(string.Join('/', Enumerable.Repeat("a", 2000))));
    }

    private static FsCheck.Gen<string> SegmentsOf(params string[] segments)
        => Gen.Elements(segments).ArrayOf().Select(chosen => string.Join('/', chosen));
}
