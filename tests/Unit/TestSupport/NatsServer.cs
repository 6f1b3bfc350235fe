using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>A NATS server with JetStream of the test's own. Killed and started again it finds what it had stored.</summary>
internal sealed class NatsServer : IDisposable
{
    public const string Absent = "nats-server is not installed (Debian: apt-get install nats-server).";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _store = new();
    private readonly string _settings;
    private readonly int _port = FreePort();
    private Process? _process;

    private NatsServer(string settings) => _settings = settings;

    public static bool IsInstalled => Programs.Has("nats-server");

    public string Url => $"nats://127.0.0.1:{_port}";

    /// <summary>Starts a server.</summary>
    /// <param name="settings">More lines of its configuration.</param>
    public static async Task<NatsServer> StartAsync(string settings = "")
    {
        var server = new NatsServer(settings);
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var configuration = _store.Write(
            "nats.conf",
            $"listen: \"127.0.0.1:{_port}\"\n{(_settings.Contains("jetstream", StringComparison.Ordinal) ? "" : "jetstream { store_dir: \"STORE\" }\n")}{_settings}\n"
                .Replace("STORE", _store.At("js").Replace('\\', '/'), StringComparison.Ordinal));
        _process = Process.Start(new ProcessStartInfo(Programs.Find("nats-server")!, ["-c", configuration, "-l", _store.At("log")]) { RedirectStandardOutput = true })!;
        for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < StartLimit;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail($"nats-server did not start: {File.ReadAllText(_store.At("log"))}");
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }

        _store.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
