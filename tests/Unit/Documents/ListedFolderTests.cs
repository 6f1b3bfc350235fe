using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public sealed class ListedFolderTests
{
    private readonly ListedFolder _folder = new(["a.md", "Read Me.md", "über.md"]);

    [Fact]
    public void What_it_lists_may_be_there() => Assert.False(_folder.IsMissing("a.md"));

    [Fact]
    public void What_it_does_not_list_is_not_there() => Assert.True(_folder.IsMissing("b.md"));

    [Theory]
    [InlineData("A.MD")]
    [InlineData("read me.md")]
    public void A_name_in_another_case_is_the_same_file_on_some_systems(string name) => Assert.False(_folder.IsMissing(name));

    [Theory]
    [InlineData("u\u0308ber.md")]
    [InlineData("README~1.MD")]
    [InlineData("")]
    public void A_name_that_can_be_written_in_more_than_one_way_is_doubtful(string name) => Assert.False(_folder.IsMissing(name));

    [Theory]
    [InlineData("read me.MD", "Read Me.md")]
    [InlineData("a.md", "a.md")]
    [InlineData("b.md", null)]
    public void A_name_is_like_one_that_differs_in_case(string name, string? like) => Assert.Equal(like, _folder.FindIgnoringCase(name));

    [Fact]
    public void Of_several_such_names_it_is_the_first() => Assert.Equal("A.md", new ListedFolder(["A.md", "a.md"]).FindIgnoringCase("a.MD"));

    [Fact]
    public void A_name_that_asks_for_a_folder_is_doubtful() => Assert.False(_folder.IsMissing("guide" + Path.DirectorySeparatorChar));
}
