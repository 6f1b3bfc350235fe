using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Dashboard;

/// <summary>
/// Serves the page of a job that runs, and what is new of it each second, to whoever has its address: that holds a token, without which nothing is answered.
/// The job neither waits for a viewer nor keeps anything for one.
/// </summary>
internal sealed class DashboardServer : IDisposable
{
    private const int TokenBytes = 16;
    private const int MostViewers = 64;

    // Another process may take a port between the moment that it is found free and the moment that it is used.
    private const int Attempts = 20;

    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly HttpListener _listener;
    private readonly DashboardEndpoint _endpoint;
    private readonly string _token = RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);
    private readonly LiveFeed _feed;
    private readonly TimeProvider _time;
    private readonly Task _accepting;
    private int _viewers;
    private int _disposed;

    private DashboardServer(HttpListener listener, DashboardEndpoint endpoint, ILiveSource? source, TimeProvider time)
    {
        _listener = listener;
        _endpoint = endpoint;
        _time = time;
        _feed = new(time) { Source = source };
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Address of the page, the token included.</summary>
    public Uri Address => _endpoint.AddressOf(_token + "/");

    /// <summary>The job that is shown; null while there is none.</summary>
    public ILiveSource? Source
    {
        set => _feed.Source = value;
    }

    /// <summary>How many viewers there are now.</summary>
    internal int Viewers => Volatile.Read(ref _viewers);

    /// <summary>Begins to serve.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="source">The job; null where it comes later.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="IOException">It cannot listen there.</exception>
    public static DashboardServer Start(DashboardEndpoint endpoint, ILiveSource? source, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        for (var attempt = 1; ; attempt++)
        {
            HttpListener? listener = null;
            try
            {
                var chosen = endpoint.WithPort();
                listener = new() { Prefixes = { chosen.Prefix }, IgnoreWriteExceptions = false };
                listener.Start();
                return new(listener, chosen, source, time);
            }
            catch (Exception refused) when (refused is HttpListenerException or SocketException)
            {
                listener?.Close();
                if (endpoint.Port != 0 || attempt == Attempts || refused is SocketException)
                {
                    throw new IOException($"The dashboard cannot listen at {endpoint.Address}, port {endpoint.Port}: {refused.Message}", refused);
                }
            }
        }
    }

    /// <summary>Shows viewers how the job ended, and ends. One that does not read is not waited for.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        var left = _feed.End();
        left.Wait(Farewell);
        _listener.Close();
        _accepting.Wait(Farewell);
        _feed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (Volatile.Read(ref _disposed) != 0 || !_listener.IsListening)
                {
                    return;
                }

                continue;
            }

            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a viewer does, or its network, is no fault of the job's.")]
    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await AnswerAsync(context.Request, context.Response).ConfigureAwait(false);
            context.Response.Close();
        }
        catch (Exception)
        {
            // It went away, or did not read.
            Abort(context.Response);
        }
    }

    private async Task AnswerAsync(HttpListenerRequest request, HttpListenerResponse response)
    {
        foreach (var (name, value) in DashboardHeaders.All)
        {
            response.Headers[name] = value;
        }

        if (RefusalOf(request) is { } refusal)
        {
            response.StatusCode = (int)refusal;
            await SendAsync(response, "text/plain", "Open the address that was printed, with all that is in it.\n"u8.ToArray()).ConfigureAwait(false);
            return;
        }

        switch (request.Url!.AbsolutePath[(_token.Length + 2)..])
        {
            case "":
                await SendAsync(response, "text/html; charset=utf-8", LivePage.Write(_feed.Read())).ConfigureAwait(false);
                break;
            case "live.json":
                await SendAsync(response, "application/json", _feed.Json()).ConfigureAwait(false);
                break;
            case "events":
                await StreamAsync(response).ConfigureAwait(false);
                break;
            default:
                response.StatusCode = (int)HttpStatusCode.NotFound;
                break;
        }
    }

    /// <summary>Why a request gets no answer; null where it does.</summary>
    private HttpStatusCode? RefusalOf(HttpListenerRequest request)
        => !_endpoint.IsHost(request.UserHostName) || !HasToken(request.Url?.AbsolutePath ?? "") || IsOfAnotherSite(request) ? HttpStatusCode.Forbidden
            : request.HttpMethod != "GET" ? HttpStatusCode.MethodNotAllowed
            : null;

    private bool HasToken(string path)
    {
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        return end > 0 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(path[1..end]), Encoding.ASCII.GetBytes(_token));
    }

    /// <summary>Whether a page of another site sent it. A link that is followed is none of that: what it leads to is not shown to the page it is on.</summary>
    private bool IsOfAnotherSite(HttpListenerRequest request)
        => (request.Headers["Origin"] is { } origin && origin != Address.GetLeftPart(UriPartial.Authority))
            || (request.Headers["Sec-Fetch-Site"] is "cross-site" or "same-site" && request.Headers["Sec-Fetch-Mode"] != "navigate");

    private static async Task SendAsync(HttpListenerResponse response, string type, byte[] content)
    {
        response.ContentType = type;
        response.ContentLength64 = content.Length;
        await WriteAsync(response, content).ConfigureAwait(false);
    }

    private async Task StreamAsync(HttpListenerResponse response)
    {
        if (Interlocked.Increment(ref _viewers) > MostViewers)
        {
            Interlocked.Decrement(ref _viewers);
            response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            return;
        }

        try
        {
            response.ContentType = "text/event-stream";
            response.SendChunked = true;
            using var reader = _feed.Join();
            await WriteAsync(response, "retry: 1000\n\n"u8.ToArray()).ConfigureAwait(false);
            while (await reader.NextAsync().ConfigureAwait(false) is { } message)
            {
                await WriteAsync(response, message).ConfigureAwait(false);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
        }
    }

    /// <summary>Writes to a viewer, who has to take it within a while.</summary>
    private static async Task WriteAsync(HttpListenerResponse response, byte[] content)
    {
        // A write cannot be cancelled here, but ends where its connection does.
        var writing = WriteAndFlushAsync(response, content);
        try
        {
            await writing.WaitAsync(WriteLimit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Abort(response);
            throw;
        }
    }

    private static async Task WriteAndFlushAsync(HttpListenerResponse response, byte[] content)
    {
        await response.OutputStream.WriteAsync(content).ConfigureAwait(false);
        await response.OutputStream.FlushAsync().ConfigureAwait(false);
    }

    private static void Abort(HttpListenerResponse response)
    {
        try
        {
            response.Abort();
        }
        catch (Exception gone) when (gone is ObjectDisposedException or InvalidOperationException or HttpListenerException)
        {
            // It is closed.
        }
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
