using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

public class DocumentsGivenTwiceTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "fastmd-planned"));

    [Fact]
    public void A_document_given_twice_is_in_nobodys_way()
        => Assert.All(Planner().PlanAll([Source("a.md"), Source("a.md")]), document => Assert.Null(document.Refusal));

    [Fact]
    public void A_document_that_comes_again_is_in_nobodys_way()
    {
        var planner = Planner();
        Assert.Null(planner.Plan(Source("a.md")).Refusal);
        Assert.Null(planner.Plan(Source("a.md")).Refusal);
    }

    [Fact]
    public void A_document_given_twice_is_refused_both_times_where_another_claims_its_output()
        => Assert.All(
            Planner().PlanAll([Source("a.md"), Source("a.md"), Source("a.mdx"), Source("a.md")]),
            document => Assert.Equal(DiagnosticCodes.OutputClaimedTwice, document.Refusal?.Code));

    [Fact]
    public void Each_of_two_rivals_is_told_of_the_other()
    {
        var planned = Planner().PlanAll([Source("a.md"), Source("b.md"), Source("a.mdx")]);
        Assert.Contains("a.mdx", planned[0].Refusal!.Message, StringComparison.Ordinal);
        Assert.Null(planned[1].Refusal);
        Assert.Contains("a.md'", planned[2].Refusal!.Message, StringComparison.Ordinal);
    }

    private static ConversionPlanner Planner() => new(new JobOptions { BasePath = Root, Destination = Path.Combine(Root, "out") });

    private static DocumentSource Source(string name) => DocumentSource.FromFile(Path.Combine(Root, name), 1);
}
