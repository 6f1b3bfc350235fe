using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

public sealed class ConversionPlannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_document_gets_its_position_and_its_output_and_nothing_is_written()
    {
        var planned = Planner().PlanAll([Source("b.md"), Source("deep/a.md"), DocumentSource.FromText("x")]);

        Assert.Equal([0L, 1L, 2L], planned.Select(document => document.Index));
        Assert.Equal([Output("b.html"), Output("deep/a.html"), null], planned.Select(document => document.OutputPath));
        Assert.All(planned, document => Assert.Null(document.Refusal));
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void Without_a_destination_there_is_no_output_and_no_collision()
    {
        var planned = new ConversionPlanner(new() { BasePath = _folder.Path }).PlanAll([Source("a.md"), Source("a.mdx")]);

        Assert.All(planned, document => Assert.Equal((null, null), (document.OutputPath, document.Refusal)));
    }

    [Theory]
    [InlineData("a.md", "a.mdx")]
    [InlineData("a.md", "A.md")]
    [InlineData("Deep/a.md", "deep/a.md")]
    public void Of_documents_known_together_all_that_claim_one_output_are_refused_each_naming_another(string first, string second)
    {
        var planned = Planner().PlanAll([Source(first), Source("other.md"), Source(second)]);

        AssertClaimedTwice(planned[0], by: second);
        AssertClaimedTwice(planned[2], by: first);
        Assert.Null(planned[1].Refusal);
    }

    [Fact]
    public void Three_documents_for_one_output_are_all_refused()
    {
        var planned = Planner().PlanAll([Source("a.md"), Source("a.mdx"), Source("a.markdown")]);

        AssertClaimedTwice(planned[0], by: "a.mdx");
        AssertClaimedTwice(planned[1], by: "a.md");
        AssertClaimedTwice(planned[2], by: "a.md");
    }

    [Theory]
    [InlineData("a.md", "a.mdx")]
    [InlineData("a.md", "A.md")]
    public void Of_documents_that_come_one_by_one_the_later_is_refused(string first, string second)
    {
        var planner = Planner();

        Assert.Null(planner.Plan(Source(first)).Refusal);
        AssertClaimedTwice(planner.Plan(Source(second)), by: first);
        Assert.Equal(2, planner.Plan(Source("other.md")).Index);
    }

    [Fact]
    public void A_document_that_was_refused_claims_no_output()
    {
        var planner = new ConversionPlanner(Options() with { MaximumDocumentBytes = 10 });

        Assert.Equal(DiagnosticCodes.DocumentTooLarge, planner.Plan(Source("a.md", length: 11)).Refusal?.Code);
        Assert.Null(planner.Plan(Source("a.mdx", length: 10)).Refusal);
    }

    [Fact]
    public void A_document_that_does_not_fit_into_the_memory_limit_even_alone_is_refused_with_what_it_needs()
    {
        var planner = new ConversionPlanner(Options() with { Batch = new() { WorkingBytes = 100 * 1024 * 1024 } });

        var refusal = planner.Plan(Source("a.md", length: 6 * 1024 * 1024)).Refusal;

        Assert.Equal(DiagnosticCodes.DocumentNeedsTooMuchMemory, refusal?.Code);
        Assert.Contains("121 MB", refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("100 MB", refusal.Message, StringComparison.Ordinal);
        Assert.Null(planner.Plan(Source("b.md", length: 4 * 1024 * 1024)).Refusal);
    }

    [Fact]
    public void An_output_that_is_a_source_is_refused()
    {
        var options = Options() with { Destination = _folder.At("docs") };

        var planned = new ConversionPlanner(options).PlanAll([Source("a.md"), Source("a.html"), Source("b.md")]);

        Assert.Equal(DiagnosticCodes.OutputIsSource, planned[0].Refusal?.Code);
        Assert.Equal(DiagnosticCodes.OutputIsSource, planned[1].Refusal?.Code);
        Assert.Null(planned[2].Refusal);
    }

    [Fact]
    public void A_document_outside_the_base_is_refused_and_the_rest_is_not()
    {
        var planned = Planner().PlanAll([Source("../secret.md"), Source("a.md")]);

        Assert.Equal(DiagnosticCodes.OutputOutsideDestination, planned[0].Refusal?.Code);
        Assert.Null(planned[1].Refusal);
    }

    [Fact]
    public void A_document_is_seen_from_its_own_base_where_it_has_one()
    {
        var source = DocumentSource.FromFile(_folder.At("docs", "deep", "a.md"), 1, _folder.At("docs", "deep"));

        var planned = Planner().Plan(source);

        Assert.Equal((Output("a.html"), _folder.At("docs", "deep")), (planned.OutputPath, planned.BasePath));
    }

    [Fact]
    public void One_file_is_for_one_document_and_each_further_one_is_refused_with_what_to_do()
    {
        var planner = new ConversionPlanner(Options() with { OutputFile = _folder.At("site", "page.html") });

        Assert.Equal(Output("page.html"), planner.Plan(DocumentSource.FromText("x")).OutputPath);
        var refusal = planner.Plan(Source("b.md")).Refusal;

        Assert.Equal(DiagnosticCodes.OutputClaimedTwice, refusal?.Code);
        Assert.Contains("end its name with '/'", refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one", "two", true)]
    [InlineData("one", "one", false)]
    public void Documents_that_meet_from_two_bases_are_told_how_to_keep_apart(string first, string second, bool isTold)
    {
        var planner = Planner();
        planner.Plan(DocumentSource.FromFile(_folder.At(first, "a.md"), 1, _folder.At(first)));

        var refusal = planner.Plan(DocumentSource.FromFile(_folder.At(second, "a.markdown"), 1, _folder.At(second))).Refusal;

        Assert.Equal(isTold, refusal!.Message.Contains("-BasePath or --base", StringComparison.Ordinal));
    }

    private static void AssertClaimedTwice(PlannedDocument document, string by)
    {
        Assert.Equal(DiagnosticCodes.OutputClaimedTwice, document.Refusal?.Code);
        Assert.Contains($"{by.Replace('/', Path.DirectorySeparatorChar)}' would become '", document.Refusal!.Message, StringComparison.Ordinal);
    }

    private JobOptions Options() => new() { BasePath = _folder.At("docs"), Destination = _folder.At("site") };

    private ConversionPlanner Planner() => new(Options());

    private DocumentSource Source(string name, long length = 1)
        => DocumentSource.FromFile(Path.GetFullPath(_folder.At("docs", name)), length);

    private string Output(string name) => _folder.At(["site", .. name.Split('/')]);
}
