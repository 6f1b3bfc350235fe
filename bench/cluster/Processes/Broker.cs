using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using FastMd.Cluster.Bench.Network;

namespace FastMd.Cluster.Bench.Processes;

/// <summary>A NATS server with JetStream on a host, with a store that stays when it is killed.</summary>
internal sealed class Broker : IDisposable
{
    private const int Port = 4222;
    private const int MonitorPort = 8222;

    // What is kept of all jobs, not of one.
    private static readonly string[] Lasting = ["KV_fastmd-jobs", "KV_fastmd-workers"];

    private readonly Workspace _workspace;
    private readonly Host _host;
    private readonly string _folder;
    private readonly string _configuration;
    private readonly HttpClient _monitor;
    private LiveProcess? _process;

    public Broker(Workspace workspace, Host host, BrokerSettings? settings = null)
    {
        _workspace = workspace;
        _host = host;
        _folder = workspace.NewFolder("broker");
        _configuration = Path.Combine(_folder, "nats.conf");
        _monitor = new() { BaseAddress = new($"http://{host.Address}:{MonitorPort}/"), Timeout = TimeSpan.FromSeconds(5) };
        File.WriteAllText(_configuration, (settings ?? new()).ToConfiguration(host.Address, Port, MonitorPort, Path.Combine(_folder, "store")));
    }

    public string Address => _host.Address;

    public IPEndPoint EndPoint => new(IPAddress.Parse(_host.Address), Port);

    public string Url => UrlOf(EndPoint);

    public LiveProcess Process => _process!;

    public static string UrlOf(IPEndPoint address) => $"nats://{address}";

    /// <summary>Starts it, on the store that is there, and waits until it answers.</summary>
    public void Start()
    {
        _process?.Dispose();
        _process = LiveProcess.Start(_host, new("nats-server", "-c", _configuration), _folder);
        if (!_workspace.Await(IsThere, TimeSpan.FromSeconds(20)))
        {
            throw new Refusal($"The broker does not start:\n{_process.Tail()}");
        }
    }

    public void Kill() => _process?.Kill();

    /// <summary>Whether it takes connections.</summary>
    public bool IsThere()
    {
        try
        {
            using var client = new TcpClient();
            return client.ConnectAsync(EndPoint).Wait(TimeSpan.FromSeconds(1));
        }
        catch (AggregateException)
        {
            return false;
        }
    }

    /// <summary>How many connections it has from an address.</summary>
    public int Connections(string address)
    {
        using var answer = Ask("connz?limit=10000");
        return answer is null ? 0 : answer.RootElement.GetProperty("connections").EnumerateArray().Count(connection => connection.GetProperty("ip").GetString() == address);
    }

    /// <summary>Streams of jobs that it still has, each with how many messages.</summary>
    public IReadOnlyList<string> Streams()
    {
        using var answer = Ask("jsz?streams=true");
        return answer is null || !answer.RootElement.TryGetProperty("account_details", out var accounts)
            ? []
            : [.. accounts.EnumerateArray()
                .SelectMany(static account => account.TryGetProperty("stream_detail", out var streams) ? streams.EnumerateArray().ToArray() : [])
                .Select(static stream => (Name: stream.GetProperty("name").GetString()!, Messages: stream.GetProperty("state").GetProperty("messages").GetInt64()))
                .Where(static stream => !Lasting.Contains(stream.Name))
                .Select(static stream => string.Create(CultureInfo.InvariantCulture, $"{stream.Name} ({stream.Messages} messages)"))];
    }

    /// <summary>All that it says of its streams and consumers.</summary>
    public string Describe()
    {
        using var answer = Ask("jsz?streams=true&consumers=true&config=true");
        return answer is null ? "no answer" : JsonSerializer.Serialize(answer.RootElement);
    }

    public void Dispose()
    {
        _process?.Dispose();
        _monitor.Dispose();
    }

    private JsonDocument? Ask(string path)
    {
        try
        {
            return JsonDocument.Parse(_monitor.GetStringAsync(new Uri(path, UriKind.Relative), _workspace.Interruption).GetAwaiter().GetResult());
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !_workspace.Interruption.IsCancellationRequested)
        {
            return null;
        }
    }
}
