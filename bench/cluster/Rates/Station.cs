using System.Diagnostics;
using FastMd.Cluster.Bench.Network;
using FastMd.Cluster.Bench.Processes;

namespace FastMd.Cluster.Bench.Rates;

/// <summary>A configuration that is measured: a broker and workers of its own, idle and connected from the first measurement to the last.</summary>
internal sealed class Station : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    private readonly Workspace _workspace;
    private readonly Configuration _configuration;
    private readonly Host? _host;
    private readonly Broker? _broker;
    private readonly List<Worker> _workers = [];
    private readonly List<DelayProxy> _proxies = [];

    public Station(Configuration configuration, Options options, Workspace workspace)
    {
        _workspace = workspace;
        _configuration = configuration;
        if (configuration.Workers == 0)
        {
            return;
        }

        _host = workspace.Hosts.Add();
        _broker = new(workspace, workspace.Hosts.Add());
        _broker.Start();
        for (var i = 0; i < configuration.Workers; i++)
        {
            var worker = new Worker(workspace, workspace.Hosts.Add(), Worker.Arguments(options, workspace, Url()));
            worker.Start();
            _workers.Add(worker);
        }

        if (!workspace.Await(() => Array.TrueForAll([.. _workers], worker => _broker.Connections(configuration.Delay is null ? worker.Host.Address : workspace.Hosts.Address) > 0), TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(100)))
        {
            throw new Refusal($"A worker does not connect:\n{string.Join('\n', _workers.Select(static worker => worker.Process.Tail()))}");
        }
    }

    public Configuration Configuration => _configuration;

    public Sample Measure()
    {
        var output = _workspace.NewOutput();
        string[] cluster = _broker is null ? ["--jobs", "1"] : ["--cluster", Url(), "--cluster-files", _configuration.Files];
        var command = _workspace.Executable.Command(["convert", _workspace.Tree, "--output", output, .. cluster]);
        _workspace.Pause(TimeSpan.FromSeconds(1));
        var (publisher, workers, broker) = Processor();
        var started = Stopwatch.GetTimestamp();
        using var process = LiveProcess.Start(_host?.Command(command) ?? command, _workspace.Root);
        if (!_workspace.Await(() => process.IsOver, Patience, TimeSpan.FromMilliseconds(2)))
        {
            throw new Refusal($"'{_configuration.Name}' is not over after {Patience.TotalSeconds:0} s: {process.Describe()}\n{process.Tail()}\n{_broker?.Describe()}");
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.WaitForEnd(TimeSpan.FromSeconds(10));
        var after = Processor();
        var look = Look.At(output, _workspace.Reference.Outputs);
        if (process.Code != 0 || !look.IsGood)
        {
            throw new Refusal($"'{_configuration.Name}' failed with exit code {process.Code}: {look}\n{process.Tail()}");
        }

        _workspace.Remove(output);
        return new(seconds, after.Publisher - publisher, after.Workers - workers, after.Broker - broker);
    }

    public void Dispose()
    {
        _workers.ForEach(static worker => worker.Dispose());
        _broker?.Dispose();
        _proxies.ForEach(static proxy => proxy.Dispose());
    }

    private (double Publisher, double Workers, double Broker) Processor()
        => (ProcessorTime.OfEnded(), _workers.Sum(static worker => ProcessorTime.Of(worker.Process)), _broker is null ? 0 : ProcessorTime.Of(_broker.Process));

    /// <summary>The broker's address, or that of a proxy before it which each has for itself.</summary>
    private string Url()
    {
        if (_configuration.Delay is not { } delay)
        {
            return _broker!.Url;
        }

        var proxy = new DelayProxy(_workspace.Hosts.Address, _broker!.EndPoint, delay);
        _proxies.Add(proxy);
        return Broker.UrlOf(proxy.Address);
    }
}
