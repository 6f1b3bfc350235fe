using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.TestSupport;

internal static class PlannerExtensions
{
    /// <summary>Plans a source that is one document.</summary>
    public static PlannedDocument Plan(this ConversionPlanner planner, DocumentSource source) => Assert.Single(planner.PlanNext(source));
}
