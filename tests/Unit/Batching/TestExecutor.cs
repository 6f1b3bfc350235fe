using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Batching;

/// <summary>Does with a document what the test says.</summary>
internal sealed class TestExecutor(Func<PlannedDocument, Attempt, ConversionResult> execute) : IDocumentProcessor
{
    public TestExecutor(Action<PlannedDocument> work)
        : this((document, _) =>
        {
            work(document);
            return Documents.Converted(document);
        })
    {
    }

    public static TestExecutor Instant => new(_ => { });

    public ConversionResult Process(PlannedDocument document, Attempt attempt) => execute(document, attempt);
}
