using System.Diagnostics;
using FastMd.Engine.Telemetry;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Telemetry;

[Collection(Alone.Name)]
public class FastMdActivitiesTests
{
    [Fact]
    public void Attempts_are_children_of_their_document_and_documents_of_their_batch_whatever_thread_they_run_on()
    {
        using var spans = new RecordedSpans();
        var batch = FastMdActivities.StartBatch();
        var worker = new Thread(() =>
        {
            var document = FastMdActivities.StartDocument(batch, "/docs/a.md", "markdown", "tiny", 1000);
            FastMdActivities.End(FastMdActivities.StartAttempt(document, 1), "converted", 1500);
            FastMdActivities.End(document, "converted", 1500);
        });
        worker.Start();
        worker.Join();
        FastMdActivities.End(batch);

        Assert.Equal(["attempt", "document", "batch"], spans.Ended.Select(span => span.OperationName));
        Assert.Equal([spans.Ended[1].SpanId, spans.Ended[2].SpanId, default], spans.Ended.Select(span => span.ParentSpanId));
        Assert.Single(spans.Ended.Select(span => span.TraceId).Distinct());
    }

    [Fact]
    public void A_document_tells_its_path_format_tier_status_and_bytes()
    {
        using var spans = new RecordedSpans();

        FastMdActivities.End(Document(), "converted", 1500);

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["fastmd.path"] = "/docs/a.md",
                ["fastmd.format"] = "markdown",
                ["fastmd.tier"] = "tiny",
                ["fastmd.input.size"] = 1000L,
                ["fastmd.status"] = "converted",
                ["fastmd.output.size"] = 1500L,
            },
            Assert.Single(spans.Ended).TagObjects.ToDictionary());
    }

    [Fact]
    public void An_attempt_tells_its_number()
    {
        using var spans = new RecordedSpans();

        FastMdActivities.End(FastMdActivities.StartAttempt(Document(), 2), "converted");

        Assert.Equal(2, Assert.Single(spans.Ended).GetTagItem("fastmd.attempt.number"));
    }

    [Fact]
    public void A_failure_has_its_code_its_description_and_the_exception_behind_it()
    {
        using var spans = new RecordedSpans();
        var document = Document();

        FastMdActivities.Fail(document, "FM3006", "The disk is full.", new IOException("no space"));
        FastMdActivities.End(document, "failed");

        var span = Assert.Single(spans.Ended);
        Assert.Equal((ActivityStatusCode.Error, "The disk is full.", "FM3006"), (span.Status, span.StatusDescription, span.GetTagItem("error.type")));
        var exception = Assert.Single(span.Events);
        Assert.Equal("exception", exception.Name);
        Assert.Contains(new("exception.message", "no space"), exception.Tags);
        Assert.Contains(new("exception.type", "System.IO.IOException"), exception.Tags);
    }

    [Fact]
    public void A_failure_without_an_exception_has_no_event()
    {
        using var spans = new RecordedSpans();
        var document = Document();

        FastMdActivities.Fail(document, "FM4001", "It took too long.");
        FastMdActivities.End(document, "timed_out");

        Assert.Empty(Assert.Single(spans.Ended).Events);
    }

    [Fact]
    public void A_batch_is_a_child_of_its_callers_activity()
    {
        using var spans = new RecordedSpans();
        using var caller = new Activity("caller").Start();

        FastMdActivities.End(FastMdActivities.StartBatch());

        Assert.Equal(caller.SpanId, Assert.Single(spans.Ended).ParentSpanId);
    }

    [Fact]
    public void Nothing_becomes_the_threads_current_activity_nor_ends_it()
    {
        using var spans = new RecordedSpans();
        using var caller = new Activity("caller").Start();

        var batch = FastMdActivities.StartBatch();
        var document = FastMdActivities.StartDocument(batch, "/docs/a.md", "markdown", "tiny", 1000);
        Assert.Same(caller, Activity.Current);

        var other = new Thread(() =>
        {
            using var worker = new Activity("worker").Start();
            FastMdActivities.End(document, "timed_out");
            FastMdActivities.End(batch);
            Assert.Same(worker, Activity.Current);
        });
        other.Start();
        other.Join();

        Assert.Same(caller, Activity.Current);
        Assert.Equal(2, spans.Ended.Count);
    }

    [Fact]
    public void Where_nobody_listens_there_are_no_spans_and_nothing_is_allocated()
    {
        Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Run()
        {
            var batch = FastMdActivities.StartBatch();
            var document = FastMdActivities.StartDocument(batch, "/docs/a.md", "markdown", "tiny", 1000);
            var attempt = FastMdActivities.StartAttempt(document, 1);
            FastMdActivities.Fail(attempt, "FM4001", "It took too long.");
            FastMdActivities.End(attempt, "timed_out");
            FastMdActivities.End(document, "timed_out");
            FastMdActivities.End(batch);
            Assert.True(batch is null && document is null && attempt is null);
        }
    }

    [Fact]
    public void A_batch_that_a_sampler_drops_has_no_documents_of_which_it_would_keep_some()
    {
        Activity? batch;
        using (new RecordedSpans(ActivitySamplingResult.None))
        {
            batch = FastMdActivities.StartBatch();
        }

        using var spans = new RecordedSpans();

        Assert.Null(batch);
        Assert.Null(FastMdActivities.StartDocument(batch, "/docs/a.md", "markdown", "tiny", 1000));
        Assert.Null(FastMdActivities.StartAttempt(null, 1));
    }

    [Fact]
    public void A_span_that_is_only_passed_on_carries_nothing()
    {
        using var spans = new RecordedSpans(ActivitySamplingResult.PropagationData);
        var document = Document();

        FastMdActivities.Fail(document, "FM4001", "It took too long.");
        FastMdActivities.End(document, "timed_out");

        var span = Assert.Single(spans.Ended);
        Assert.Empty(span.TagObjects);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    private static Activity? Document()
        => FastMdActivities.StartDocument(FastMdActivities.StartBatch(), "/docs/a.md", "markdown", "tiny", 1000);
}
