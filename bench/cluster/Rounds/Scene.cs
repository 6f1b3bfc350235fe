using FastMd.Cluster.Bench.Network;
using FastMd.Cluster.Bench.Processes;

namespace FastMd.Cluster.Bench.Rounds;

/// <summary>A broker, workers and a publisher, each on a host of its own. It serves one round after the other, and is made anew after one that went wrong.</summary>
internal sealed class Scene : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Options _options;
    private readonly Workspace _workspace;
    private readonly IReadOnlyList<Host> _hosts;
    private readonly Host _publisherHost;
    private List<Worker> _workers = [];
    private Publication? _publication;

    public Scene(Options options, Workspace workspace)
    {
        _options = options;
        _workspace = workspace;
        BrokerHost = workspace.Hosts.Add();
        _publisherHost = workspace.Hosts.Add();
        _hosts = [.. Enumerable.Range(0, options.Workers).Select(_ => workspace.Hosts.Add())];
        Broker = StartAll();
    }

    public Host BrokerHost { get; }

    public Broker Broker { get; private set; }

    public Publication Publication => _publication!;

    /// <summary>The worker that a fault hits.</summary>
    public Worker Victim { get; private set; } = null!;

    /// <summary>Publishes the tree to a destination.</summary>
    public void Publish(string output, int victim, bool reportsResults)
    {
        Victim = _workers[victim];
        _publication?.Dispose();
        _publication = new(_workspace, _publisherHost, new(
            "convert", _workspace.Tree, "--output", output, "--cluster", Broker.Url, "--cluster-files", _options.ClusterFiles,
            "--set", $"claimTimeoutSeconds={FaultKind.ClaimTimeout}")
        {
            ReportsResults = reportsResults,
        });
    }

    public void KillWorker()
    {
        Victim.Process.Kill();
        Victim.Start();
    }

    public void KillPublisher()
    {
        Publication.Process.Kill();
        Publication.Restart();
    }

    /// <summary>Workers that have ended; nobody had asked them to.</summary>
    public IReadOnlyList<string> Ended() => [.. _workers.Where(static worker => !worker.IsRunning).Select(static worker => $"a worker ended by itself: {worker.Process.Describe()}\n{worker.Process.Tail()}")];

    /// <summary>Waits for every worker to have its connection.</summary>
    /// <returns>What is wrong; nothing where all are there.</returns>
    public string? AwaitWorkers()
        => _workspace.Await(() => _workers.TrueForAll(worker => !worker.IsRunning || Broker.Connections(worker.Host.Address) > 0), Patience, TimeSpan.FromMilliseconds(200))
            ? null
            : $"after {Patience.TotalSeconds:0} s a worker has no connection to the broker\n{string.Join('\n', _workers.Select(static worker => worker.Process.Tail(3)))}";

    /// <summary>Ends everything and starts it again, with nothing in the broker's store.</summary>
    public void Restart()
    {
        Dispose();
        Broker = StartAll();
    }

    /// <summary>All that helps to find out why nothing goes on.</summary>
    public string Describe(string output)
        => $"""
            outputs: {Trees.OutputTree.Count(output)} of {_workspace.Reference.Documents}
            publisher: {Publication.Process.Describe()}
            {Publication}
            {string.Join('\n', _workers.Select(static (worker, i) => $"worker {i} ({worker.Host.Address}): {worker.Process.Describe()}\n{worker.Process.Tail()}"))}
            broker: {Broker.Process.Describe()}
            {Broker.Process.Tail()}
            {Broker.Describe()}
            links:
            {_workspace.Hosts.Describe()}
            """;

    public void Dispose()
    {
        _publication?.Dispose();
        _publication = null;
        foreach (var worker in _workers)
        {
            worker.Host.Mend();
            worker.Dispose();
        }

        Broker?.Dispose();
    }

    private Broker StartAll()
    {
        var broker = new Broker(_workspace, BrokerHost);
        broker.Start();
        _workers = [.. _hosts.Select(host => new Worker(_workspace, host, Worker.Arguments(_options, _workspace, broker.Url)))];
        _workers.ForEach(static worker => worker.Start());
        return broker;
    }
}
