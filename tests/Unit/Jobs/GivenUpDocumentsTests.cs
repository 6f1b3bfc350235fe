using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.Batching;
using FastMd.Tests.Unit.TestSupport;
using Made = FastMd.Tests.Unit.Batching.Documents;

namespace FastMd.Tests.Unit.Jobs;

public sealed class GivenUpDocumentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly GivenUpDocuments _givenUp = new();
    private readonly string _endless;
    private int _attempts;

    public GivenUpDocumentsTests() => _endless = _folder.Write("endless.md", "a");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_that_did_not_change_is_not_tried_again()
    {
        Assert.Equal((ConversionStatus.TimedOut, DiagnosticCodes.TimedOut), await RunAsync());

        Assert.Equal((ConversionStatus.Failed, DiagnosticCodes.TimedOut), await RunAsync());

        Assert.Equal(1, _attempts);
    }

    [Fact]
    public async Task One_that_changed_is()
    {
        await RunAsync();
        _folder.Write("endless.md", "a longer text");

        Assert.Equal((ConversionStatus.TimedOut, DiagnosticCodes.TimedOut), await RunAsync());

        Assert.Equal(2, _attempts);
    }

    [Theory]
    [InlineData(60, "UTF-8")]
    [InlineData(30, "ISO-8859-1")]
    public async Task One_whose_settings_changed_is(int seconds, string encoding)
    {
        await RunAsync();

        Assert.Equal((ConversionStatus.TimedOut, DiagnosticCodes.TimedOut), await RunAsync(seconds, encoding));

        Assert.Equal(2, _attempts);
    }

    private async Task<(ConversionStatus Status, string Code)> RunAsync(int seconds = 30, string encoding = "UTF-8")
    {
        var executor = new TestExecutor((document, attempt) =>
        {
            Interlocked.Increment(ref _attempts);
            _time.Advance(TimeSpan.FromSeconds(seconds + 1));
            Assert.True(attempt.Cancellation.WaitHandle.WaitOne(SessionDriver.Patience));
            return Made.Converted(document);
        });
        var options = new JobOptions
        {
            BasePath = _folder.Path,
            Reading = new() { Encoding = encoding },
            GivenUp = _givenUp,
            Batch = new() { Workers = 1, TimeLimit = TimeSpan.FromSeconds(seconds) },
        };
        using var job = new ConversionJob(options, executor, _time);
        var planned = job.PlanAll([DocumentSource.FromFile(_endless, new FileInfo(_endless).Length)]);
        var result = await job.RunAsync(planned, cancellation: TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        return (result.Status, result.Diagnostics[0].Code);
    }
}
