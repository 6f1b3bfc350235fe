using FastMd.Engine.Documents;
using FastMd.Engine.Pages;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Tests.Unit.Pipeline;

public class PageConverterTests
{
    private static readonly string Destination = Path.GetFullPath("/site", Path.GetTempPath());
    private static readonly ConvertedDocument Nothing = new(null, null, [Diagnostic.Warning("FM1001", "Look.")]);

    [Theory]
    [InlineData("a.html", "")]
    [InlineData("guide/a.html", "../")]
    [InlineData("guide/part/a.html", "../../")]
    public void The_root_leads_back_to_the_destination(string output, string root)
        => Assert.Equal(
            root + "|a|x",
            Write("{{root}}|{{title}}|{{content}}", new(0, Source("a.md"), Path.Combine([Destination, .. output.Split('/')]))).Page);

    [Fact]
    public void Without_a_destination_the_page_is_at_the_root()
    {
        Assert.Equal("|a|x", Write("{{root}}|{{title}}|{{content}}", new(0, Source("a.md")), destination: null).Page);
        Assert.Equal("|Untitled|x", Write("{{root}}|{{title}}|{{content}}", new(0, DocumentSource.FromText("x")), destination: null).Page);
    }

    [Fact]
    public void What_the_template_misses_comes_after_what_the_converter_found()
    {
        var (_, document) = Write("{{author}}{{content}}", new(0, Source("a.md")));

        Assert.Equal(["FM1001", "FM6001"], document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static (string Page, ConvertedDocument Document) Write(string template, PlannedDocument document, string? destination = "")
    {
        using var output = new Utf8TextWriter();
        var work = DocumentWork.Of(document, destination is null ? null : Destination);
        var pages = new PageConverter(new Fragments(), PageTemplate.Parse(template, "t.html"));
        var converted = pages.Convert(SourceText.FromString("x") with { Name = work.NameInTree, Root = work.Root }, SameLinks.Instance, output);
        return (output.ToString(), converted);
    }

    private sealed class Fragments : IDocumentConverter
    {
        public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
        {
            output.Write(source.Text);
            return Nothing;
        }
    }

    private static DocumentSource Source(string name) => DocumentSource.FromFile(Path.Combine(Path.GetTempPath(), name), 1);
}
