using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Documents;

public sealed class DocumentTreeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _unreadable = [];
    private readonly List<(string Path, string Code)> _leftOut = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_come_before_folders_and_both_by_name()
    {
        foreach (var path in new[] { "b.md", "a.md", "Z.md", "z/1.md", "a/2.md", "a/1.md", "a/a/1.md" })
        {
            _folder.Write(path, "x");
        }

        Assert.Equal(["Z.md", "a.md", "b.md", "a/1.md", "a/2.md", "a/a/1.md", "z/1.md"], Found());
    }

    [Fact]
    public void Hidden_folders_and_node_modules_are_left_out()
    {
        _folder.Write("a.md", "x");
        _folder.Write(".git/a.md", "x");
        _folder.Write("deep/.hidden/a.md", "x");
        _folder.Write("deep/node_modules/a.md", "x");

        Assert.Equal(["a.md"], Found());
    }

    [Fact]
    public void A_root_that_is_hidden_itself_is_searched_since_it_was_named()
    {
        _folder.Write(".github/a.md", "x");

        Assert.Equal(["a.md"], Found(root: _folder.At(".github")));
    }

    [Fact]
    public void The_destination_is_left_out()
    {
        _folder.Write("a.md", "x");
        _folder.Write("site/a.md", "x");

        Assert.Equal(["a.md"], Found(leftOut: _folder.At("site")));
    }

    [Fact]
    public void The_destination_is_left_out_under_whatever_name_it_is_reached()
    {
        _folder.Write("tree/a.md", "x");
        _folder.Write("real/b.md", "x");
        Directory.CreateSymbolicLink(_folder.At("tree", "link"), _folder.At("real"));
        Directory.CreateSymbolicLink(_folder.At("other"), _folder.At("real"));

        Assert.Equal(["a.md"], Found(root: _folder.At("tree"), leftOut: _folder.At("other")));
    }

    [Fact]
    public void A_tree_converted_in_place_is_searched_all_the_same()
    {
        _folder.Write("a.md", "x");
        _folder.Write("deep/b.md", "x");

        Assert.Equal(["a.md", "deep/b.md"], Found(leftOut: _folder.Path));
    }

    [Fact]
    public void Links_to_folders_of_the_tree_are_followed()
    {
        _folder.Write("z/a.md", "x");
        _folder.Write("b.md", "x");
        Directory.CreateSymbolicLink(_folder.At("link"), _folder.At("z"));

        Assert.Equal(["b.md", "link/a.md"], Found());
        Assert.Empty(_leftOut);
    }

    [Fact]
    public void Links_out_of_the_tree_are_not_followed_and_each_is_named()
    {
        WriteLinksOut();

        Assert.Equal(["b.md"], Found(root: _folder.At("tree")));
        Assert.Equal(
            [(_folder.At("tree", "file.md"), DiagnosticCodes.LinkNotFollowed), (_folder.At("tree", "folder"), DiagnosticCodes.LinkNotFollowed)],
            _leftOut);
    }

    [Fact]
    public void Links_out_of_the_tree_are_followed_where_all_are()
    {
        WriteLinksOut();

        Assert.Equal(["b.md", "file.md", "folder/a.md"], Found(root: _folder.At("tree"), follow: FollowLinks.All));
        Assert.Empty(_leftOut);
    }

    [Fact]
    public void A_link_that_leads_out_by_way_of_another_is_not_followed()
    {
        _folder.Write("elsewhere/deep/x", "x");
        _folder.Write("elsewhere/a.md", "x");
        Directory.CreateDirectory(_folder.At("tree"));
        Directory.CreateSymbolicLink(_folder.At("tree", "hop"), _folder.At("elsewhere", "deep"));
        File.CreateSymbolicLink(_folder.At("tree", "a.md"), Path.Combine("hop", "..", "a.md"));

        Assert.Empty(Found(root: _folder.At("tree")));
    }

    [Fact]
    public void Links_to_what_lies_under_the_base_path_are_followed()
    {
        WriteLinksOut();

        Assert.Equal(3, Tree(_folder.At("tree")).Documents(basePath: _folder.Path).Count());
    }

    [Fact]
    public void No_link_is_followed_where_none_is_to_be()
    {
        _folder.Write("real/a.md", "x");
        Directory.CreateSymbolicLink(_folder.At("link"), "real");
        File.CreateSymbolicLink(_folder.At("a.md"), Path.Combine("real", "a.md"));

        Assert.Equal(["real/a.md"], Found(follow: FollowLinks.None));
        Assert.Equal(2, _leftOut.Count);
    }

    [Fact]
    public void A_link_to_what_version_control_keeps_for_itself_is_not_followed()
    {
        _folder.Write(".git/config", "token");
        File.CreateSymbolicLink(_folder.At("a.md"), Path.Combine(".git", "config"));

        Assert.Empty(Found());
        Assert.Single(_leftOut);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/proc")]
    [InlineData("/dev/fd")]
    public void Where_the_system_shows_itself_nothing_is_taken_whatever_links_are_followed(string target)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these folders.");
        _folder.Write("tree/b.md", "x");
        Directory.CreateSymbolicLink(_folder.At("tree", "root"), target);

        var found = Found(root: _folder.At("tree"), filter: new(["b.md", "environ", "status"], ["tmp", "usr", "home", "root?*", "var", "opt", "work", "etc"]), follow: FollowLinks.All);

        Assert.DoesNotContain(found, path => path.Contains("proc", StringComparison.Ordinal) || path.StartsWith("root/self", StringComparison.Ordinal));
        Assert.Contains(_leftOut, left => left.Code == DiagnosticCodes.LinkNotFollowed);
    }

    [Fact]
    public void A_pipe_is_left_out_and_named_and_so_is_a_link_to_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a pipe without opening it.");
        _folder.Write("b.md", "x");
        NamedPipe.Create(_folder.At("a.md"));
        File.CreateSymbolicLink(_folder.At("c.md"), "a.md");

        Assert.Equal(["b.md"], Found());
        Assert.Equal(
            [(_folder.At("a.md"), DiagnosticCodes.NotAnOrdinaryFile), (_folder.At("c.md"), DiagnosticCodes.NotAnOrdinaryFile)],
            _leftOut);
    }

    [Fact]
    public void A_loop_of_links_is_visited_once()
    {
        _folder.Write("a.md", "x");
        _folder.Write("deep/b.md", "x");
        Directory.CreateSymbolicLink(_folder.At("deep", "up"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.At("deep", "self"), "../deep");

        Assert.Equal(["a.md", "deep/b.md"], Found());
    }

    [Fact]
    public void A_folder_with_two_names_is_visited_once()
    {
        _folder.Write("one/a.md", "x");
        Directory.CreateSymbolicLink(_folder.At("two"), "one");

        Assert.Equal(["one/a.md"], Found());
    }

    [Fact]
    public void A_file_that_links_to_itself_costs_no_other_file()
    {
        _folder.Write("a.md", "x");
        File.CreateSymbolicLink(_folder.At("loop.md"), "loop.md");

        Assert.Contains("a.md", Found());
        Assert.Empty(_unreadable);
    }

    [Fact]
    public void A_link_to_a_file_weighs_what_the_file_weighs()
    {
        _folder.Write("elsewhere/a.md", new string('x', 1000));
        Directory.CreateDirectory(_folder.At("tree"));
        File.CreateSymbolicLink(_folder.At("tree", "link.md"), _folder.At("elsewhere", "a.md"));

        Assert.Equal(1000, Assert.Single(Tree(_folder.At("tree"), follow: FollowLinks.All).Documents()).Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_is_reported_and_the_rest_is_searched()
    {
        _folder.Write("a.md", "x");
        _folder.Write("b/b.md", "x");
        _folder.Write("c/c.md", "x");
        var found = new List<string?>();
        foreach (var source in Tree(_folder.Path).Documents())
        {
            found.Add(Path.GetFileName(source.Path));
            if (found.Count == 1)
            {
                Directory.Delete(_folder.At("b"), recursive: true);
            }
        }

        Assert.Equal(["a.md", "c.md"], found);
        Assert.Equal([_folder.At("b")], _unreadable);
    }

    [Fact]
    public void Subfolders_are_searched_only_when_asked_for()
    {
        _folder.Write("a.md", "x");
        _folder.Write("deep/b.md", "x");

        Assert.Equal([_folder.At("a.md")], Tree(_folder.Path).Documents(recurse: false).Select(source => source.Path));
    }

    [Fact]
    public void Patterns_choose_and_leave_out()
    {
        foreach (var path in new[] { "a.txt", "a.md", "guide/b.txt", "guide/c.txt", "drafts/d.txt" })
        {
            _folder.Write(path, "x");
        }

        Assert.Equal(["a.txt", "guide/b.txt"], Found(filter: new(["*.txt"], ["drafts", "guide/c.*"])));
    }

    [Fact]
    public void Documents_are_seen_from_the_root_unless_another_folder_is_named()
    {
        _folder.Write("deep/a.md", "x");

        Assert.Equal(_folder.At("deep"), Assert.Single(Tree(_folder.At("deep")).Documents()).BasePath);
        Assert.Equal(_folder.Path, Assert.Single(Tree(_folder.At("deep")).Documents(basePath: _folder.Path)).BasePath);
    }

    private void WriteLinksOut()
    {
        _folder.Write("elsewhere/a.md", "x");
        _folder.Write("tree/b.md", "x");
        Directory.CreateSymbolicLink(_folder.At("tree", "folder"), _folder.At("elsewhere"));
        File.CreateSymbolicLink(_folder.At("tree", "file.md"), _folder.At("elsewhere", "a.md"));
    }

    private DocumentTree Tree(string root, string? leftOut = null, DocumentFilter? filter = null, FollowLinks follow = FollowLinks.Inside)
        => new(root, filter ?? DocumentFilter.Default, leftOut, (folder, _) => _unreadable.Add(folder), follow, (path, why) => _leftOut.Add((path, why.Code)));

    private string[] Found(string? root = null, string? leftOut = null, DocumentFilter? filter = null, FollowLinks follow = FollowLinks.Inside)
        => [.. Tree(root ?? _folder.Path, leftOut, filter, follow).Documents()
            .Select(source => Path.GetRelativePath(root ?? _folder.Path, source.Path!).Replace('\\', '/'))];
}
