using FastMd.Cluster.Bench.Network;

namespace FastMd.Cluster.Bench.Processes;

/// <summary>A worker on a host.</summary>
/// <param name="workspace">What is shared.</param>
/// <param name="host">The host.</param>
/// <param name="arguments">Its command line, without the program.</param>
internal sealed class Worker(Workspace workspace, Host host, IReadOnlyList<string> arguments) : IDisposable
{
    private readonly string _folder = workspace.NewFolder("worker");
    private LiveProcess? _process;

    public Host Host => host;

    public LiveProcess Process => _process!;

    public bool IsRunning => _process is { IsOver: false };

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The usual command line.</summary>
    public static IReadOnlyList<string> Arguments(Options options, Workspace workspace, string url, string? folder = null)
        => ["worker", "--cluster", url, "--jobs", "1", "--base", folder ?? workspace.Tree, "--output", workspace.Outputs, .. options.WorkerOptions];

    public void Start()
    {
        _process?.Dispose();
        _process = LiveProcess.Start(host, workspace.Executable.Command(arguments) with { Environment = Environment }, _folder);
    }

    public void Dispose() => _process?.Dispose();
}
