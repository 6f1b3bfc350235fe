using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public sealed class ListedFoldersTests
{
    private static readonly string Root = Path.GetFullPath("docs");

    private readonly ListedFolders _folders = new();

    public ListedFoldersTests()
    {
        Add("a.md", new(["a.md", "b.md"]));
        Add(Path.Combine("deep", "c.md"), new(["c.md"]));
    }

    [Theory]
    [InlineData("a.md", false)]
    [InlineData("x.md", true)]
    [InlineData("B.MD", false)]
    [InlineData("deep/c.md", false)]
    [InlineData("deep/a.md", true)]
    [InlineData("x/", false)]
    [InlineData("unseen/a.md", false)]
    public void Nothing_is_where_a_listed_folder_does_not_list_it(string path, bool isLacking)
        => Assert.Equal(isLacking, _folders.IsMissing(Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar))));

    [Fact]
    public void Where_nothing_was_listed_everything_is_doubtful() => Assert.False(new ListedFolders().IsMissing(Path.Combine(Root, "x.md")));

    private void Add(string path, ListedFolder listed)
        => _folders.Add(DocumentSource.FromFile(Path.Combine(Root, path), new FileStamp(0, 0, 0), Root, listed));
}
