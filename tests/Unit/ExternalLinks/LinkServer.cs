using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FastMd.Tests.Unit.ExternalLinks;

/// <summary>A web server of the test's own, on this machine.</summary>
internal sealed class LinkServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerRequest, HttpListenerResponse, Task> _answer;
    private readonly ConcurrentQueue<string> _requests = new();
    private int _atOnce;
    private int _mostAtOnce;

    public LinkServer(Func<HttpListenerRequest, HttpListenerResponse, Task> answer)
    {
        _answer = answer;
        Address = $"http://localhost:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public LinkServer(Action<HttpListenerRequest, HttpListenerResponse> answer)
        : this((request, response) =>
        {
            answer(request, response);
            return Task.CompletedTask;
        })
    {
    }

    public string Address { get; }

    /// <summary>Methods and paths, in the order they came.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public int MostAtOnce => _mostAtOnce;

    public void Dispose() => _listener.Close();

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception) when (!_listener.IsListening)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        _requests.Enqueue($"{context.Request.HttpMethod} {context.Request.RawUrl}");
        var atOnce = Interlocked.Increment(ref _atOnce);
        for (var most = _mostAtOnce; most < atOnce && Interlocked.CompareExchange(ref _mostAtOnce, atOnce, most) != most; most = _mostAtOnce)
        {
        }

        try
        {
            await _answer(context.Request, context.Response);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
            context.Response.Close();
        }
    }
}
