using System.Runtime.InteropServices;
using FastMd.Cluster.Bench.Network;
using FastMd.Cluster.Bench.Processes;

namespace FastMd.Cluster.Bench;

/// <summary>What all parts of a command share: hosts, a folder, the executable, and what it makes of the tree on one machine.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly Lazy<Reference> _reference;
    private readonly string? _tree;
    private readonly Executable? _executable;
    private int _folders;

    public Workspace(Options options, CancellationToken interruption)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            throw new Refusal("Hosts are network namespaces: run this on Linux, as root.");
        }

        foreach (var program in (string[])["ip", "bash", "nats-server"])
        {
            if (!Command.IsInstalled(program))
            {
                throw new Refusal($"'{program}' is not installed.");
            }
        }

        _executable = options.Fastmd is { } fastmd ? new(fastmd) : null;
        _tree = options.Folder;
        Interruption = interruption;
        Root = Path.Combine(options.Out, $"fastmd-cluster-{Environment.ProcessId}");
        Directory.CreateDirectory(Root);
        Outputs = Directory.CreateDirectory(Path.Combine(Root, "outputs")).FullName;
        Hosts = new(options.Keep ? "" : Root);
        _reference = new(() => Reference.Of(this));
    }

    /// <summary>Asked to end.</summary>
    public CancellationToken Interruption { get; }

    public string Root { get; }

    /// <summary>Where destinations are.</summary>
    public string Outputs { get; }

    public Hosts Hosts { get; }

    public Executable Executable => _executable!;

    /// <summary>The folder of the documents.</summary>
    public string Tree => _tree!;

    /// <summary>What one machine makes of the tree.</summary>
    public Reference Reference => _reference.Value;

    /// <summary>The machine, for the head of a report.</summary>
    public string Head() => $"{Executable}; {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}; {Reference.Documents:N0} documents.\n\n";

    /// <summary>A folder that nobody else has.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Root, $"{name}-{_folders++}")).FullName;

    /// <summary>A destination that does not exist yet.</summary>
    public string NewOutput() => Path.Combine(Outputs, $"{_folders++}");

    /// <summary>Removes a destination, where that can be done: somebody may still write there.</summary>
    public void Remove(string folder)
    {
        Await(
            () =>
            {
                try
                {
                    Directory.Delete(folder, recursive: true);
                    return true;
                }
                catch (DirectoryNotFoundException)
                {
                    return true;
                }
                catch (IOException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(5));
    }

    /// <summary>Waits for something; false where time was up before.</summary>
    public bool Await(Func<bool> condition, TimeSpan time, TimeSpan? poll = null)
    {
        var until = DateTime.UtcNow + time;
        while (!condition())
        {
            if (DateTime.UtcNow > until)
            {
                return false;
            }

            Pause(poll ?? TimeSpan.FromMilliseconds(20));
        }

        return true;
    }

    /// <summary>Waits.</summary>
    public void Pause(TimeSpan time)
    {
        Interruption.WaitHandle.WaitOne(time);
        Interruption.ThrowIfCancellationRequested();
    }

    public void Dispose() => Hosts.Dispose();
}
