using FastMd.Engine.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FastMd.Cli.Telemetry;

/// <summary>What sends to one collector. Whoever names this class loads the libraries that do.</summary>
internal sealed class OtlpSender : IDisposable
{
    private const int MetricsPeriodMilliseconds = 10_000;

    private readonly Uri _endpoint;
    private readonly List<HttpClient> _clients = [];
    private readonly SpanQueue _queue;
    private readonly MeterProvider _metrics;
    private readonly TracerProvider _spans;

    public OtlpSender(Uri endpoint)
    {
        FastMdTelemetry.Open();
        _endpoint = endpoint;
        _queue = new(new(Options("traces")));
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddMeter(FastMdMeter.Name)
            .AddReader(new PeriodicExportingMetricReader(new OtlpMetricExporter(Options("metrics")), MetricsPeriodMilliseconds))
            .Build();
        _spans = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddSource(FastMdActivities.Name)
            .AddProcessor(_queue)
            .Build();
    }

    /// <summary>Something could not be sent; the message says why.</summary>
    public event Action<string>? Failed;

    /// <summary>Sends what there is.</summary>
    public void Flush(TimeSpan timeout)
        => Both(timeout, milliseconds => _metrics.ForceFlush(milliseconds), milliseconds => _spans.ForceFlush(milliseconds));

    /// <summary>Sends what there is; nothing is sent from then on.</summary>
    public void Shutdown(TimeSpan timeout)
    {
        Both(timeout, milliseconds => _metrics.Shutdown(milliseconds), milliseconds => _spans.Shutdown(milliseconds));
        if (_queue.Lost is > 0 and var lost)
        {
            Failed?.Invoke(
                $"{lost} of {_queue.Ended} spans did not reach {Collector.Name(_endpoint)}, which takes them more slowly than they come. Let OTEL_TRACES_SAMPLER choose some of them.");
        }
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _spans.Dispose();
        _queue.Dispose();
        _clients.ForEach(client => client.Dispose());
    }

    /// <summary>Both at once, for either may take the whole time, or longer: a request under way is not theirs to cut short.</summary>
    private void Both(TimeSpan timeout, Func<int, bool> metrics, Func<int, bool> spans)
    {
        var milliseconds = (int)timeout.TotalMilliseconds;
        Task<bool>[] both = [OnItsOwnThread(() => metrics(milliseconds)), OnItsOwnThread(() => spans(milliseconds))];
        if (!Task.WaitAll(both, timeout) || !both.All(task => task.Result))
        {
            Failed?.Invoke(
                $"{Collector.Name(_endpoint)} did not take all telemetry within {timeout.TotalSeconds:0.###} s; the rest was dropped. The documents are not affected.");
        }
    }

    private static Task<bool> OnItsOwnThread(Func<bool> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private OtlpExporterOptions Options(string signal)
    {
        var options = new OtlpExporterOptions { Endpoint = Collector.Address(_endpoint, signal), Protocol = OtlpExportProtocol.HttpProtobuf };
        options.HttpClientFactory = () =>
        {
            var client = new HttpClient(new SendFailures(message => Failed?.Invoke(message)))
            {
                Timeout = TimeSpan.FromMilliseconds(options.TimeoutMilliseconds),
            };
            _clients.Add(client);
            return client;
        };
        return options;
    }

    // The environment's OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last: they are how a user tells runs apart.
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService("fastmd", serviceVersion: typeof(FastMdMeter).Assembly.GetName().Version!.ToString(3))
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
