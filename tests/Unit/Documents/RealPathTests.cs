using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Documents;

public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _root;

    public RealPathTests()
    {
        _root = RealPath.Of(_folder.Path);
        Directory.CreateDirectory(Path.Combine(_root, "real", "deep"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_without_links_is_itself()
        => Assert.Equal(At("real", "deep"), RealPath.Of(At("real", "deep") + Path.DirectorySeparatorChar));

    [Fact]
    public void Every_link_on_the_way_is_followed()
    {
        Directory.CreateSymbolicLink(At("one"), "real");
        Directory.CreateSymbolicLink(At("two"), At("one"));

        Assert.Equal(At("real", "deep", "new.html"), RealPath.Of(At("two", "deep", "new.html")));
    }

    [Fact]
    public void A_step_up_in_a_link_starts_where_the_links_before_it_lead()
    {
        Directory.CreateDirectory(At("elsewhere", "deep"));
        Directory.CreateSymbolicLink(At("real", "hop"), At("elsewhere", "deep"));
        Directory.CreateSymbolicLink(At("real", "out"), "hop/../target");

        Assert.Equal(At("elsewhere", "target"), RealPath.Of(At("real", "out")));
    }

    [Fact]
    public void A_link_to_nowhere_leads_where_it_points()
    {
        Directory.CreateSymbolicLink(At("dangling"), At("missing", "folder"));

        Assert.Equal(At("missing", "folder", "a"), RealPath.Of(At("dangling", "a")));
    }

    [Fact]
    public void A_circle_of_links_is_left_as_it_is()
    {
        Directory.CreateSymbolicLink(At("a"), "b");
        Directory.CreateSymbolicLink(At("b"), "a");

        Assert.Equal(At("a", "x"), RealPath.Of(At("a", "x")));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("a", "", true)]
    [InlineData("a/b", "a", true)]
    [InlineData("a/b", "a/", true)]
    [InlineData("ab", "a", false)]
    [InlineData("a", "a/b", false)]
    public void A_folder_holds_itself_and_what_lies_in_it(string path, string folder, bool within)
        => Assert.Equal(within, PathRules.IsWithin(Path.Combine(_root, path), Path.Combine(_root, folder)));

    [Fact]
    public void Everything_lies_in_the_root()
        => Assert.True(PathRules.IsWithin(_root, Path.GetPathRoot(_root)!));

    private string At(params string[] segments) => Path.Combine([_root, .. segments]);
}
