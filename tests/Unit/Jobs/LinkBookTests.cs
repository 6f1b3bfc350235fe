using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Jobs;

public class LinkBookTests
{
    private readonly LinkBook _book = new(DiagnosticSeverity.Warning);

    [Fact]
    public void Links_to_places_there_are_are_right_whichever_document_comes_first()
    {
        Add(0, "/docs/a.md", ["x"], new("/docs/b.md", "y", 1, 1), new("/docs/a.md", "x", 2, 1));
        Add(1, "/docs/b.md", ["y"], new AnchorReference("/docs/a.md", "x", 1, 1));

        Assert.Empty(Dead());
    }

    [Fact]
    public void Dead_ones_are_told_by_document_and_place_in_the_order_of_the_input()
    {
        Add(1, "/docs/deep/b.md", ["y"], new("/docs/a.md", "Y", 3, 5), new AnchorReference("/docs/deep/b.md", "z", 7, 9));
        Add(0, "/docs/a.md", ["x"], new AnchorReference("/docs/deep/b.md", "x", 1, 1));

        Assert.Equal(
            [
                ("/docs/a.md", Diagnostic.Warning("FM5002", "The link to '#x' leads to no place in 'deep/b.md': no heading, footnote or tag there has that id; mend the link.", 1, 1)),
                ("/docs/deep/b.md", Diagnostic.Warning("FM5002", "The link to '#Y' leads to no place in '../a.md': no heading, footnote or tag there has that id; mend the link.", 3, 5)),
                ("/docs/deep/b.md", Diagnostic.Warning("FM5002", "The link to '#z' leads to no place in this document: no heading, footnote or tag there has that id; mend the link.", 7, 9)),
            ],
            Dead());
    }

    [Fact]
    public void A_document_that_nothing_is_known_of_is_not_judged()
    {
        Add(0, "/docs/a.md", [], new AnchorReference("/docs/b.md", "x", 1, 1));
        _book.Consume(Result(1, "/docs/b.md") with { Links = null });

        Assert.Empty(Dead());
    }

    [Fact]
    public void How_bad_it_is_is_for_the_job_to_say()
    {
        var book = new LinkBook(DiagnosticSeverity.Error);
        book.Consume(Result(0, "/a.md") with { Links = new(1, [], [new("/a.md", "x", 1, 1)]) });

        Assert.All(book.Check(), dead => Assert.Equal(DiagnosticSeverity.Error, dead.Diagnostic.Severity));
        Assert.NotEmpty(book.Check());
    }

    private void Add(long index, string path, string[] anchors, params AnchorReference[] references)
        => _book.Consume(
            Result(index, path) with { Links = new(references.Length, [.. anchors.Select(anchor => ContentHash.Of(anchor))], references) });

    private List<(string Path, Diagnostic Diagnostic)> Dead() => [.. _book.Check().Select(dead => (dead.Path!, dead.Diagnostic))];

    private static ConversionResult Result(long index, string path)
        => new() { Index = index, SourcePath = path, Status = ConversionStatus.Converted, Document = DocumentSource.FromFile(path, 1) };
}
