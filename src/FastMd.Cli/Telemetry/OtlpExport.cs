namespace FastMd.Cli.Telemetry;

/// <summary>
/// Sends the process's metrics and spans to a collector, as OTLP over HTTP in protobuf, until it is disposed. Whatever goes wrong with
/// that never fails a batch: it is said once.
/// </summary>
/// <remarks>
/// What is measured is measured for the whole process: exports to one endpoint that run at once share what they send, so that nothing
/// arrives twice. Libraries that export are loaded only once an export is started.
/// </remarks>
internal sealed class OtlpExport : IDisposable
{
    /// <summary>How long <see cref="Dispose"/> waits, unless told otherwise, for the collector to take the rest.</summary>
    public static readonly TimeSpan DefaultFlushTimeout = TimeSpan.FromSeconds(5);

    private readonly Uri _endpoint;
    private readonly OtlpSender _sender;
    private readonly Action<string> _warn;
    private readonly TimeSpan _flushTimeout;
    private int _warned;
    private int _disposed;

    private OtlpExport(Uri endpoint, Action<string> warn, TimeSpan flushTimeout)
    {
        _endpoint = endpoint;
        _warn = warn;
        _flushTimeout = flushTimeout;
        _sender = SharedSenders.Take(endpoint);
        _sender.Failed += Warn;
    }

    /// <summary>Begins to export.</summary>
    /// <param name="endpoint">The collector's base address, such as <c>http://localhost:4318</c>; /v1/metrics and /v1/traces are appended.</param>
    /// <param name="warn">Is told, at most once and on any thread, that something could not be sent, and why.</param>
    /// <param name="flushTimeout">How long <see cref="Dispose"/> may take; five seconds where it is null.</param>
    /// <exception cref="ArgumentException">The endpoint is no absolute http or https address.</exception>
    public static OtlpExport Start(Uri endpoint, Action<string> warn, TimeSpan? flushTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(warn);
        if (!IsEndpoint(endpoint))
        {
            throw new ArgumentException($"{endpoint} is no address of a collector: it takes one such as http://localhost:4318.", nameof(endpoint));
        }

        return new(endpoint, warn, flushTimeout ?? DefaultFlushTimeout);
    }

    /// <summary>Whether an address may be exported to: it is absolute, by http or https.</summary>
    public static bool IsEndpoint(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.IsAbsoluteUri && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps);
    }

    /// <summary>Sends what is left, as far as the collector takes it in time, and ends the export.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            SharedSenders.Return(_endpoint, _flushTimeout);
            _sender.Failed -= Warn;
            Volatile.Write(ref _warned, 1);
        }
    }

    private void Warn(string message)
    {
        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            _warn(message);
        }
    }
}
