using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FastMd.Cluster.Bench.Processes;

namespace FastMd.Cluster.Bench.Network;

/// <summary>Whether hosts, the broker, a cut and the proxy are what the other commands take them for on this machine.</summary>
internal static class NetworkCheck
{
    private const int Pings = 200;
    private const int Megabytes = 1024;
    private const int Megabyte = 1024 * 1024;

    public static Outcome Run(Workspace workspace)
    {
        var hosts = workspace.Hosts;
        using var broker = new Broker(workspace, hosts.Add());
        broker.Start();
        var text = new StringBuilder("| Figure | Value |\n| --- | ---: |\n");
        Add(text, "a broker's round trip", $"{RoundTrip(broker.EndPoint):0.00} ms");
        foreach (var delay in (double[])[0, 5])
        {
            using var proxy = new DelayProxy(hosts.Address, broker.EndPoint, TimeSpan.FromMilliseconds(delay));
            Add(text, $"the same through a proxy with {delay} ms each way", $"{RoundTrip(proxy.Address):0.00} ms");
        }

        using var sink = new Sink(hosts.Address);
        Add(text, "throughput to this machine itself", $"{Throughput(sink.Address):0} MB/s");
        foreach (var delay in (double[])[0, 5])
        {
            using var proxy = new DelayProxy(hosts.Address, sink.Address, TimeSpan.FromMilliseconds(delay));
            Add(text, $"the same through a proxy with {delay} ms each way", $"{Throughput(proxy.Address):0} MB/s");
        }

        var other = hosts.Add();
        var good = Reaches(other, broker);
        other.Cut();
        var isCut = !Reaches(other, broker);
        other.Mend();
        good &= isCut && workspace.Await(() => Reaches(other, broker), TimeSpan.FromSeconds(5));
        Add(text, "a cut host reaches the broker", isCut ? "no" : "**yes**");
        broker.Kill();
        broker.Start();
        good &= broker.IsThere();
        Add(text, "the broker comes back on its store", good ? "yes" : "**no**");
        return new(text.ToString(), good);
    }

    private static void Add(StringBuilder text, string figure, FormattableString value)
        => text.Append(CultureInfo.InvariantCulture, $"| {figure} | {FormattableString.Invariant(value)} |\n");

    private static void Add(StringBuilder text, string figure, string value) => text.Append(CultureInfo.InvariantCulture, $"| {figure} | {value} |\n");

    private static bool Reaches(Host host, Broker broker)
    {
        using var process = LiveProcess.Start(host.Command(new("timeout", "2", "bash", "-c", $"exec 3<> /dev/tcp/{broker.Address}/{broker.EndPoint.Port} && read -r -t 2 <&3")), "/");
        return process.WaitForEnd(TimeSpan.FromSeconds(5)) && process.Code == 0;
    }

    /// <summary>Milliseconds from a PING of the broker's protocol to its PONG, the median.</summary>
    private static double RoundTrip(IPEndPoint address)
    {
        using var client = new TcpClient { NoDelay = true };
        client.Connect(address);
        using var stream = client.GetStream();
        var buffer = new byte[4096];
        _ = stream.Read(buffer);
        stream.Write("CONNECT {\"verbose\":false}\r\n"u8);
        return Enumerable.Range(0, Pings).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            stream.Write("PING\r\n"u8);
            _ = stream.Read(buffer);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }).Median();
    }

    private static double Throughput(IPEndPoint address)
    {
        using var client = new TcpClient { NoDelay = true };
        client.Connect(address);
        using var stream = client.GetStream();
        var piece = new byte[Megabyte];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Megabytes; i++)
        {
            stream.Write(piece);
        }

        client.Client.Shutdown(SocketShutdown.Send);
        _ = stream.Read(piece);
        return Megabytes / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Reads all that comes, then answers with one byte.</summary>
    private sealed class Sink : IDisposable
    {
        private readonly TcpListener _listener;

        public Sink(string address)
        {
            _listener = new(IPAddress.Parse(address), 0);
            _listener.Start();
            new Thread(Run) { IsBackground = true }.Start();
        }

        public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

        public void Dispose() => _listener.Dispose();

        private void Run()
        {
            try
            {
                var buffer = new byte[Megabyte];
                while (true)
                {
                    using var socket = _listener.AcceptSocket();
                    while (socket.Receive(buffer) > 0)
                    {
                    }

                    socket.Send([1]);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The listener is closed.
            }
        }
    }
}
