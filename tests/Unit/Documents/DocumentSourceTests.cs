using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public class DocumentSourceTests
{
    [Theory]
    [InlineData("a.md", DocumentFormat.Markdown)]
    [InlineData("a.mdx", DocumentFormat.Mdx)]
    [InlineData("a.MDX", DocumentFormat.Mdx)]
    [InlineData("a.txt", DocumentFormat.Markdown)]
    [InlineData("folder.mdx/README", DocumentFormat.Markdown)]
    public void The_extension_says_the_format(string path, DocumentFormat format)
        => Assert.Equal(format, DocumentSource.FromFile(path, 0).Format);

    [Fact]
    public void Text_in_memory_weighs_what_it_would_as_utf8()
        => Assert.Equal(Encoding.UTF8.GetByteCount("Grüße 🎉"), DocumentSource.FromText("Grüße 🎉").Length);

    [Fact]
    public void A_file_goes_by_its_path_and_text_by_the_name_given()
    {
        Assert.Equal("/docs/a.md", DocumentSource.FromFile("/docs/a.md", 3).ToString());
        Assert.Equal("clipboard", DocumentSource.FromText("x", "clipboard").ToString());
    }
}
