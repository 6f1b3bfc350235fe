using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using FastMd.Cli.Telemetry;
using FastMd.Engine.Telemetry;
using FastMd.Tests.Unit.TestSupport;
using Measured = FastMd.Tests.Unit.Telemetry.Measuring;

namespace FastMd.Tests.Unit.Cli.Telemetry;

[Collection(Alone.Name)]
public class OtlpExportTests
{
    private readonly ConcurrentQueue<string> _warnings = [];

    [Fact]
    public void Metrics_of_a_short_batch_have_arrived_when_the_export_is_disposed()
    {
        using var collector = new TestCollector();

        using (Export(collector.Endpoint))
        {
            FastMdMeter.Record(Measured.Document);
            FastMdMeter.Record(Measured.Document with { Status = "failed", InputBytes = 5 });
        }

        var documents = collector.Metrics.Where(metric => metric.Name == "fastmd.documents").ToArray();
        Assert.Equal(
            [("{document}", "converted", "markdown", "tiny", 1.0), ("{document}", "failed", "markdown", "tiny", 1.0)],
            documents.Select(metric => (metric.Unit, metric.Attributes["fastmd.status"], metric.Attributes["fastmd.format"], metric.Attributes["fastmd.tier"], metric.Value))
                .OrderBy(metric => (string)metric.Item2, StringComparer.Ordinal));
        Assert.Equal(1005, collector.Metrics.Single(metric => metric.Name == "fastmd.document.input").Value);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Histograms_have_buckets_for_documents_from_a_tenth_of_a_millisecond_to_a_minute()
    {
        using var collector = new TestCollector();

        using (Export(collector.Endpoint))
        {
            FastMdMeter.Record(Measured.Document);
        }

        var duration = collector.Metrics.Single(metric => metric.Name == "fastmd.document.duration");
        Assert.Equal(("s", 0.002), (duration.Unit, duration.Value));
        Assert.Equal((0.0001, 60), (duration.Boundaries[0], duration.Boundaries[^1]));
    }

    [Fact]
    public void Spans_of_a_short_batch_have_arrived_with_their_parents_attributes_and_failures()
    {
        using var collector = new TestCollector();

        using (Export(collector.Endpoint))
        {
            var batch = FastMdActivities.StartBatch();
            var document = FastMdActivities.StartDocument(batch, "/docs/ä.md", "markdown", "tiny", 1000);
            var attempt = FastMdActivities.StartAttempt(document, 1);
            FastMdActivities.Fail(attempt, "FM3006", "The disk is full.", new IOException("no space"));
            FastMdActivities.End(attempt, "failed");
            FastMdActivities.End(document, "failed");
            FastMdActivities.End(batch);
        }

        var spans = collector.Spans.ToDictionary(span => span.Name);
        Assert.Equal(["attempt", "batch", "document"], spans.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((spans["document"].Id, spans["batch"].Id, ""), (spans["attempt"].Parent, spans["document"].Parent, spans["batch"].Parent));
        Assert.Single(spans.Values.Select(span => span.Trace).Distinct());
        Assert.Equal(("/docs/ä.md", 1000L), (spans["document"].Attributes["fastmd.path"], spans["document"].Attributes["fastmd.input.size"]));
        Assert.Equal(("The disk is full.", "FM3006", 1L), (spans["attempt"].StatusMessage, spans["attempt"].Attributes["error.type"], spans["attempt"].Attributes["fastmd.attempt.number"]));
        Assert.Equal(["exception"], spans["attempt"].Events);
    }

    [Fact]
    public void Both_signals_go_to_their_paths_under_the_base_address_in_protobuf_and_say_who_sends_them()
    {
        using var collector = new TestCollector();

        using (Export(new Uri(collector.Endpoint, "/tenant/")))
        {
            FastMdActivities.End(FastMdActivities.StartBatch());
        }

        Assert.Equal(["/tenant/v1/metrics", "/tenant/v1/traces"], collector.Requests.Select(request => request.Path).Order(StringComparer.Ordinal));
        Assert.All(collector.Requests, request =>
        {
            Assert.Equal("application/x-protobuf", request.ContentType);
            var resource = ExportedAttributes.OfResource(request.Message);
            Assert.Equal("fastmd", resource["service.name"]);
            Assert.Equal(typeof(FastMdMeter).Assembly.GetName().Version!.ToString(3), resource["service.version"]);
        });
    }

    [Fact]
    public void What_was_measured_before_or_after_is_not_sent()
    {
        using var collector = new TestCollector();

        FastMdMeter.Record(Measured.Document);
        using (Export(collector.Endpoint))
        {
        }

        FastMdMeter.Record(Measured.Document);

        Assert.DoesNotContain(collector.Metrics, metric => metric.Name == "fastmd.documents");
    }

    [Fact]
    public void Exports_to_one_collector_that_run_at_once_send_nothing_twice_and_end_with_the_last()
    {
        using var collector = new TestCollector();

        using (Export(collector.Endpoint))
        {
            using (Export(collector.Endpoint))
            {
                FastMdActivities.End(FastMdActivities.StartBatch());
                FastMdMeter.Record(Measured.Document);
            }

            Assert.Equal(1, collector.Metrics.Last(metric => metric.Name == "fastmd.documents").Value);
            FastMdActivities.End(FastMdActivities.StartBatch());
            FastMdMeter.Record(Measured.Document);
        }

        Assert.Equal(2, collector.Spans.Count);
        Assert.Equal(2, collector.Metrics.Last(metric => metric.Name == "fastmd.documents").Value);
    }

    [Fact]
    public void A_collector_that_is_not_there_is_said_once()
    {
        var endpoint = ClosedPort();

        using (Export(endpoint))
        {
            FastMdActivities.End(FastMdActivities.StartBatch());
            FastMdMeter.Record(Measured.Document);
        }

        var warning = Assert.Single(_warnings);
        Assert.StartsWith($"Telemetry did not reach {endpoint}v1/", warning, StringComparison.Ordinal);
        Assert.Contains("refused", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collector_that_does_not_take_it_is_said_once_with_its_answer()
    {
        using var collector = new TestCollector("503 Service Unavailable");

        using (Export(collector.Endpoint))
        {
            FastMdActivities.End(FastMdActivities.StartBatch());
        }

        Assert.Contains("it answered 503 Service Unavailable", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_collector_that_never_answers_holds_nobody_up_beyond_the_time_given(bool anotherGoesOn)
    {
        using var patience = new LongRequests();
        using var collector = new TestCollector(until: new TaskCompletionSource().Task);
        using var other = anotherGoesOn ? OtlpExport.Start(collector.Endpoint, _ => { }, TimeSpan.FromMilliseconds(1)) : null;
        var export = OtlpExport.Start(collector.Endpoint, _warnings.Enqueue, TimeSpan.FromMilliseconds(100));
        FastMdActivities.End(FastMdActivities.StartBatch());

        await Task.Run(export.Dispose, TestContext.Current.CancellationToken).WaitAsync(LongRequests.Half, TestContext.Current.CancellationToken);

        Assert.Single(_warnings);
    }

    [Fact]
    public void Spans_that_found_no_room_while_the_collector_was_slow_are_counted()
    {
        const int Count = 25_000;
        var patience = new TaskCompletionSource();
        using var collector = new TestCollector(until: patience.Task);

        using (Export(collector.Endpoint))
        {
            for (var i = 0; i < Count; i++)
            {
                FastMdActivities.End(FastMdActivities.StartBatch());
            }

            patience.SetResult();
        }

        Assert.StartsWith($"{Count - collector.Spans.Count} of {Count} spans did not reach {collector.Endpoint}", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_once_the_export_is_disposed()
    {
        using var collector = new TestCollector("500 Internal Server Error");
        var first = Export(collector.Endpoint);
        first.Dispose();
        first.Dispose();
        Assert.Single(_warnings);

        using (OtlpExport.Start(collector.Endpoint, _ => { }))
        {
            FastMdActivities.End(FastMdActivities.StartBatch());
        }

        Assert.Single(_warnings);
    }

    [Fact]
    public void Keys_in_an_address_are_not_repeated_in_messages()
    {
        using var collector = new TestCollector("401 Unauthorized");

        using (Export(new UriBuilder(collector.Endpoint) { Query = "key=secret", UserName = "me", Password = "secret" }.Uri))
        {
            FastMdActivities.End(FastMdActivities.StartBatch());
        }

        Assert.DoesNotContain("secret", Assert.Single(_warnings), StringComparison.Ordinal);
        Assert.All(collector.Requests, request => Assert.EndsWith("?key=secret", request.Path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("collector:4318")]
    [InlineData("/v1")]
    [InlineData("ftp://localhost")]
    public void What_is_no_address_of_a_collector_is_refused_at_the_start(string endpoint)
        => Assert.Contains(
            "such as http://localhost:4318",
            Assert.Throws<ArgumentException>(() => Export(new Uri(endpoint, UriKind.RelativeOrAbsolute))).Message,
            StringComparison.Ordinal);

    /// <summary>An export that a busy machine does not keep from sending all.</summary>
    private OtlpExport Export(Uri endpoint) => OtlpExport.Start(endpoint, _warnings.Enqueue, TimeSpan.FromMinutes(1));

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Requests that are not given up by themselves while a test runs.</summary>
    private sealed class LongRequests : IDisposable
    {
        private const string Variable = "OTEL_EXPORTER_OTLP_TIMEOUT";

        public LongRequests() => Environment.SetEnvironmentVariable(Variable, (2 * Half.TotalMilliseconds).ToString("0", null));

        public static TimeSpan Half => TimeSpan.FromMinutes(1);

        public void Dispose() => Environment.SetEnvironmentVariable(Variable, null);
    }
}
