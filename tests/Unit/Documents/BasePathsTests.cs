using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public sealed class BasePathsTests
{
    private static readonly string Here = Native("/work/here");

    [Theory]
    [InlineData("/work/here/a.md")]
    [InlineData("/elsewhere/a.md")]
    public void The_one_that_is_given_is_that_of_all(string path)
    {
        var bases = new BasePaths(Native("/given"), Here);

        bases.AddNamedFiles([(Native(path), true)]);

        Assert.All(
            [bases.OfFile(Native(path), isRelative: true), bases.OfFile(Native(path), isRelative: false), bases.OfSingle(Native(path)), bases.OfPattern(Here, true), bases.OfTree(Here)],
            folder => Assert.Equal(Native("/given"), folder));
    }

    [Theory]
    [InlineData("/work/here/deep/a.md", true, "/work/here")]
    [InlineData("/work/here/deep/a.md", false, "/work/here/deep")]
    [InlineData("/work/other/a.md", true, "/work/other")]
    [InlineData("/work/here2/a.md", true, "/work/here2")]
    [InlineData("/a.md", false, "/")]
    public void A_file_alone_is_seen_from_the_working_directory_where_it_is_named_within_it_else_from_its_folder(string path, bool isRelative, string folder)
    {
        var bases = new BasePaths(given: null, Here);

        bases.AddNamedFiles([(Native(path), isRelative)]);

        Assert.Equal(Native(folder), bases.OfFile(Native(path), isRelative));
    }

    [Fact]
    public void Files_from_afar_are_seen_from_the_folder_they_have_in_common_and_those_at_hand_do_not_move_it()
    {
        var bases = new BasePaths(given: null, Here);

        bases.AddNamedFiles([(Native("/docs/a/x.md"), false), (Native("/work/here/b.md"), true), (Native("/docs/c/y.md"), true)]);

        Assert.Equal(Native("/docs"), bases.OfFile(Native("/docs/a/x.md"), isRelative: false));
        Assert.Equal(Native("/docs"), bases.OfFile(Native("/docs/c/y.md"), isRelative: true));
        Assert.Equal(Here, bases.OfFile(Native("/work/here/b.md"), isRelative: true));
    }

    [Fact]
    public void Files_that_have_no_folder_in_common_are_seen_each_from_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Only Windows has drives.");
        var bases = new BasePaths(given: null, Here);

        bases.AddNamedFiles([(@"D:\a\x.md", false), (@"E:\b\y.md", false)]);

        Assert.Equal((@"D:\a", @"E:\b"), (bases.OfFile(@"D:\a\x.md", isRelative: false), bases.OfFile(@"E:\b\y.md", isRelative: false)));
    }

    [Theory]
    [InlineData("/work/here/deep/a.md", "/work/here")]
    [InlineData("/work/other/a.md", "/work/other")]
    public void A_file_that_comes_by_itself_is_seen_from_the_working_directory_where_it_lies_in_it(string path, string folder)
        => Assert.Equal(Native(folder), new BasePaths(given: null, Here).OfSingle(Native(path)));

    [Theory]
    [InlineData("/work/here/docs", true, "/work/here")]
    [InlineData("/work/here", true, "/work/here")]
    [InlineData("/work/here/docs", false, "/work/here/docs")]
    [InlineData("/work/other", true, "/work/other")]
    public void What_a_pattern_stands_for_is_seen_from_the_folder_before_its_first_wildcard_where_that_is_named_from_afar(
        string fixedFolder, bool isRelative, string folder)
        => Assert.Equal(Native(folder), new BasePaths(given: null, Here).OfPattern(Native(fixedFolder), isRelative));

    [Fact]
    public void A_tree_is_seen_from_its_root()
        => Assert.Equal(Native("/docs"), new BasePaths(given: null, Here).OfTree(Native("/docs")));

    private static string Native(string path) => OperatingSystem.IsWindows() ? "C:" + path.Replace('/', '\\') : path;
}
