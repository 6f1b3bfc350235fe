using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FastMd.Tests.Unit.Cli.Telemetry;

/// <summary>A collector of the test's own, on a port of the system's choice: HTTP as far as an exporter speaks it.</summary>
internal sealed class TestCollector : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly List<(string Path, string ContentType, ProtobufMessage Message)> _requests = [];
    private readonly string _answer;
    private readonly Task _until;

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">Status of every answer.</param>
    /// <param name="until">What it waits for before it answers; nothing where it is null.</param>
    public TestCollector(string answer = "200 OK", Task? until = null)
    {
        _answer = answer;
        _until = until ?? Task.CompletedTask;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<(string Path, string ContentType, ProtobufMessage Message)> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public IReadOnlyList<ExportedMetric> Metrics
        => [.. Requests.Where(request => request.Path.EndsWith("/v1/metrics", StringComparison.Ordinal)).SelectMany(request => ExportedMetric.In(request.Message))];

    public IReadOnlyList<ExportedSpan> Spans
        => [.. Requests.Where(request => request.Path.EndsWith("/v1/traces", StringComparison.Ordinal)).SelectMany(request => ExportedSpan.In(request.Message))];

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_over.Token));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        try
        {
            while (await HeadAsync(stream) is { } head)
            {
                var body = new byte[int.Parse(Header(head, "Content-Length"), null)];
                await stream.ReadExactlyAsync(body, _over.Token);
                lock (_requests)
                {
                    _requests.Add((head[0].Split(' ')[1], Header(head, "Content-Type"), new(body)));
                }

                await _until.WaitAsync(_over.Token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {_answer}\r\nContent-Length: 0\r\n\r\n"), _over.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The exporter, or the test, is gone.
        }
    }

    /// <summary>The lines up to the empty one; null where the connection was closed before.</summary>
    private async Task<string[]?> HeadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(next, _over.Token) == 0)
            {
                return null;
            }

            head.Add(next[0]);
        }

        return Encoding.ASCII.GetString([.. head]).Split("\r\n");
    }

    private static string Header(string[] head, string name)
        => head.Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
}
