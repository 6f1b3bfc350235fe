using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pipeline;

/// <summary>Outputs that come from an executor elsewhere, as files it spooled.</summary>
public sealed class DocumentCommitterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_spooled_output_is_written_and_its_spool_file_is_gone()
    {
        var result = Process(abandoned: false);

        Assert.Equal((ConversionStatus.Converted, 7L), (result.Status, result.OutputBytes));
        Assert.Equal("spooled", _folder.Read("site/a.html"));
        Assert.Equal(["site/a.html"], _folder.Files());
    }

    [Fact]
    public void A_spooled_output_of_an_abandoned_attempt_is_not_written_and_its_spool_file_is_gone()
    {
        Assert.Throws<OperationCanceledException>(() => Process(abandoned: true));

        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void Without_a_destination_a_spooled_output_is_the_content_of_the_result()
    {
        var processor = new DocumentProcessor(new SpoolingExecutor(_folder.Write("spool/1", "spooled")));

        Assert.Equal("spooled", processor.Process(new(0, DocumentSource.FromText("x")), NewAttempt()).Content);
        Assert.Empty(_folder.Files());
    }

    private static Attempt NewAttempt() => new(1, TimeProvider.System, CancellationToken.None);

    private ConversionResult Process(bool abandoned)
    {
        using var tree = new OutputTree(_folder.At("site"), overwriteReadOnly: false);
        var attempt = NewAttempt();
        Assert.True(!abandoned || attempt.TryAbandon());
        var processor = new DocumentProcessor(new SpoolingExecutor(_folder.Write("spool/1", "spooled")), new DocumentCommitter(tree));
        return processor.Process(new(0, DocumentSource.FromFile(_folder.At("a.md"), 1), _folder.At("site", "a.html"), _folder.Path), attempt);
    }

    private sealed class SpoolingExecutor(string path) : IDocumentExecutor
    {
        public ExecutedDocument Execute(DocumentWork work, IExecution execution)
            => new() { Source = new(1), Content = new SpooledContent(path, new FileInfo(path).Length) };
    }
}
