using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Documents;

public sealed class PathRulesTests
{
    private static readonly string Root = Path.GetFullPath(Path.DirectorySeparatorChar.ToString());

    [Fact]
    public void A_relative_path_is_the_one_that_the_system_gives()
    {
        var paths = Property.TextOf("a", "b", "..", ".", "/", "/", "\\", " ").Select(path => Root + path);

        Property.Holds(Gen.Zip(paths, paths), static pair => PathRules.Relative(pair.Item1, pair.Item2) == Path.GetRelativePath(pair.Item1, pair.Item2), tries: 2000);
        Property.Holds(
            Gen.Zip(paths, Property.TextOf("a", ".", "/", "\\")),
            static pair => PathRules.Relative(pair.Item1, pair.Item1 + pair.Item2) == Path.GetRelativePath(pair.Item1, pair.Item1 + pair.Item2),
            tries: 2000);
    }

    [Fact]
    public void A_plain_path_is_joined_as_the_system_joins_it()
        => Property.Holds(
            Property.TextOf("a", "b", "..", ".", "/", "\\", " "),
            static path => !PathRules.IsPlain(path) || Path.Join(Root + "docs", path) == Path.GetFullPath(path, Root + "docs"),
            tries: 2000);

    [Theory]
    [InlineData("a", true)]
    [InlineData("a/b c/d.html", true)]
    [InlineData("a..b/c.", true)]
    [InlineData("", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("a//b", false)]
    [InlineData("../a", false)]
    [InlineData("a/../b", false)]
    [InlineData("a/..", false)]
    public void What_normalising_might_change_is_not_plain(string path, bool isPlain)
        => Assert.Equal(isPlain && Path.DirectorySeparatorChar == '/', PathRules.IsPlain(path));
}
