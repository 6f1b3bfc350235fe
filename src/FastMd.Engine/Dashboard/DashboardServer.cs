using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Dashboard;

/// <summary>
/// Serves the page of a job that runs, and what is new of it each second, to whoever has its address: that holds a token, without which nothing is answered.
/// The job neither waits for a viewer nor keeps anything for one, and connections are bounded, so that nobody takes the job's file descriptors.
/// </summary>
internal sealed class DashboardServer : IDisposable
{
    private const int TokenBytes = 16;
    private const int MostViewers = 64;
    private const int MostConnections = 128;
    private const int Backlog = 64;

    private static readonly TimeSpan HeadLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly Socket _listener;
    private readonly DashboardEndpoint _endpoint;
    private readonly byte[] _token = Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true));
    private readonly LiveFeed _feed;
    private readonly Task _accepting;

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and connections may end after it is disposed.")]
    private readonly CancellationTokenSource _end = new();
    private int _connections;
    private int _viewers;
    private int _disposed;

    private DashboardServer(Socket listener, DashboardEndpoint endpoint, ILiveSource? source, TimeProvider time)
    {
        _listener = listener;
        _endpoint = endpoint;
        _feed = new(time) { Source = source };
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Address of the page, the token included.</summary>
    public Uri Address => _endpoint.AddressOf(Encoding.ASCII.GetString(_token) + "/");

    /// <summary>The job that is shown; null while there is none.</summary>
    public ILiveSource? Source
    {
        set => _feed.Source = value;
    }

    /// <summary>How many viewers there are now.</summary>
    internal int Viewers => Volatile.Read(ref _viewers);

    /// <summary>How many connections there are now.</summary>
    internal int Connections => Volatile.Read(ref _connections);

    /// <summary>Begins to serve.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="source">The job; null where it comes later.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="IOException">It cannot listen there.</exception>
    public static DashboardServer Start(DashboardEndpoint endpoint, ILiveSource? source, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Socket? listener = null;
        try
        {
            listener = new(endpoint.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(endpoint.Address, endpoint.Port));
            listener.Listen(Backlog);
            return new(listener, endpoint with { Port = ((IPEndPoint)listener.LocalEndPoint!).Port }, source, time);
        }
        catch (SocketException refused)
        {
            listener?.Dispose();
            throw new IOException($"The dashboard cannot listen at {endpoint.Address}, port {endpoint.Port}: {refused.Message}", refused);
        }
    }

    /// <summary>Shows viewers how the job ended, and ends. One that does not read is not waited for.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _feed.End().Wait(Farewell);
        _end.Cancel();
        _listener.Dispose();
        _accepting.Wait(Farewell);
        _feed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var connection = await _listener.AcceptAsync(_end.Token).ConfigureAwait(false);
                if (Connections >= MostConnections)
                {
                    connection.Dispose();
                }
                else
                {
                    // Counted here alone, one after the other, so that the count never goes beyond the bound.
                    Interlocked.Increment(ref _connections);
                    _ = Task.Run(() => ServeAsync(connection));
                }
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // It was gone before it was accepted, or there is no file descriptor left for it.
                await Task.Delay(AcceptPause).ConfigureAwait(false);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a viewer does, or its network, is no fault of the job's.")]
    private async Task ServeAsync(Socket connection)
    {
        try
        {
            using var stream = new NetworkStream(connection, ownsSocket: true);
            await AnswerAsync(stream).ConfigureAwait(false);
            connection.Shutdown(SocketShutdown.Send);
        }
        catch (Exception)
        {
            // It went away, did not read, or took too long to say what it wants.
        }
        finally
        {
            connection.Dispose();
            Interlocked.Decrement(ref _connections);
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        limit.CancelAfter(HeadLimit);
        var request = await RequestHead.ReadAsync(stream, limit.Token).ConfigureAwait(false);
        if (RefusalOf(request) is { } refusal)
        {
            await SendAsync(stream, refusal, "text/plain", "Open the address that was printed, with all that is in it.\n"u8.ToArray()).ConfigureAwait(false);
            return;
        }

        await (request!.Path[(_token.Length + 2)..] switch
        {
            "" => SendAsync(stream, HttpStatusCode.OK, "text/html; charset=utf-8", LivePage.Write(_feed.Read())),
            "live.json" => SendAsync(stream, HttpStatusCode.OK, "application/json", _feed.Json()),
            "events" => StreamAsync(stream),
            _ => SendAsync(stream, HttpStatusCode.NotFound, "text/plain", "There is nothing here.\n"u8.ToArray()),
        }).ConfigureAwait(false);
    }

    /// <summary>Why a request gets no answer; null where it does.</summary>
    private HttpStatusCode? RefusalOf(RequestHead? request)
        => request is null ? HttpStatusCode.BadRequest
            : !_endpoint.IsHost(request.Header("Host")) || !HasToken(request.Path) || IsOfAnotherSite(request) ? HttpStatusCode.Forbidden
            : request.Method != "GET" ? HttpStatusCode.MethodNotAllowed
            : null;

    private bool HasToken(string path)
    {
        var end = path.IndexOf('/', 1);
        return end > 0 && CryptographicOperations.FixedTimeEquals(Encoding.Latin1.GetBytes(path[1..end]), _token);
    }

    /// <summary>Whether a page of another site sent it. A link that is followed is none of that: what it leads to is not shown to the page it is on.</summary>
    private static bool IsOfAnotherSite(RequestHead request)
        => (request.Header("Origin") is { } origin && origin != $"http://{request.Header("Host")}")
            || (request.Header("Sec-Fetch-Site") is "cross-site" or "same-site" && request.Header("Sec-Fetch-Mode") != "navigate");

    private Task SendAsync(NetworkStream stream, HttpStatusCode status, string type, byte[] content)
        => WriteAsync(stream, [.. Head(status, type, content.Length), .. content]);

    private async Task StreamAsync(NetworkStream stream)
    {
        if (Interlocked.Increment(ref _viewers) > MostViewers)
        {
            Interlocked.Decrement(ref _viewers);
            await SendAsync(stream, HttpStatusCode.ServiceUnavailable, "text/plain", "There are too many viewers.\n"u8.ToArray()).ConfigureAwait(false);
            return;
        }

        try
        {
            using var reader = _feed.Join();
            await WriteAsync(stream, [.. Head(HttpStatusCode.OK, "text/event-stream", null), .. "retry: 1000\n\n"u8]).ConfigureAwait(false);
            while (await reader.NextAsync().ConfigureAwait(false) is { } message)
            {
                await WriteAsync(stream, message).ConfigureAwait(false);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
        }
    }

    /// <summary>Writes to a viewer, who has to take it within a while.</summary>
    private async Task WriteAsync(NetworkStream stream, byte[] content)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        limit.CancelAfter(WriteLimit);
        await stream.WriteAsync(content, limit.Token).ConfigureAwait(false);
    }

    private static byte[] Head(HttpStatusCode status, string type, long? length)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)status} {status}\r\nContent-Type: {type}\r\nConnection: close\r\n");
        if (length is { } known)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {known}\r\n");
        }

        foreach (var (name, value) in DashboardHeaders.All)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}

/// <summary>What is said with every answer: it is kept nowhere, shown in no other page, and read by none.</summary>
internal static class DashboardHeaders
{
    public static IReadOnlyList<(string Name, string Value)> All { get; } =
    [
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ];
}
