using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FastMd.Engine.Configuration;

namespace FastMd.Engine.Workers.Launching;

/// <summary>
/// Places worker processes on processors, in turn. Off by default: measured, the system places them as well or better
/// (docs/decisions/0032-worker-processes.md). Systems that let no process be placed ignore it.
/// </summary>
internal sealed class ProcessorPlacement
{
    // What a mask of this runtime holds.
    private const int MostProcessors = 64;

    private readonly IReadOnlyList<IReadOnlyList<int>> _places;
    private int _next = -1;

    /// <summary>Places by what was asked for.</summary>
    /// <param name="affinity">What was asked for.</param>
    /// <param name="allowed">Numbers of the processors that may be used.</param>
    /// <param name="nodes">The processors of each NUMA node.</param>
    public ProcessorPlacement(ProcessAffinity affinity, IReadOnlyList<int> allowed, IReadOnlyList<IReadOnlyList<int>> nodes)
        => _places = affinity switch
        {
            ProcessAffinity.Processor => [.. allowed.Select(static processor => (IReadOnlyList<int>)[processor])],
            ProcessAffinity.Node => [.. nodes.Select(node => (IReadOnlyList<int>)[.. node.Intersect(allowed)]).Where(static node => node.Count > 0)],
            _ => [],
        };

    /// <summary>Places on this machine.</summary>
    public static ProcessorPlacement OnThisMachine(ProcessAffinity affinity)
        => affinity == ProcessAffinity.None ? new(affinity, [], []) : new(affinity, Allowed(), Nodes("/sys/devices/system/node"));

    /// <summary>The processors of the next process; none where it may use all.</summary>
    public IReadOnlyList<int> Next() => _places.Count < 2 ? [] : _places[(int)((uint)Interlocked.Increment(ref _next) % (uint)_places.Count)];

    /// <summary>Keeps this process to processors; threads that it has already stay where they are on some systems.</summary>
    /// <param name="list">Their numbers, separated by commas.</param>
    public static void Apply(string list)
    {
        var mask = list.Split(',').Select(static text => int.Parse(text, CultureInfo.InvariantCulture)).Aggregate(0UL, static (mask, processor) => mask | (1UL << processor));
        if (!OperatingSystem.IsWindows() && !OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = (nint)mask;
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            // The processors were taken away meanwhile: those that are left do.
        }
    }

    /// <summary>The processors of each NUMA node, as Linux lists them; none elsewhere.</summary>
    /// <param name="folder">Absolute path of the folder that has a folder for each node.</param>
    internal static IReadOnlyList<IReadOnlyList<int>> Nodes(string folder)
        => !Directory.Exists(folder) ? [] : [.. Directory.EnumerateDirectories(folder, "node*")
            .Order(StringComparer.Ordinal)
            .Select(static node => Path.Combine(node, "cpulist"))
            .Where(File.Exists)
            .Select(static file => Parse(File.ReadAllText(file)))];

    /// <summary>Numbers of processors as Linux writes them: <c>0-3,8-11</c>.</summary>
    internal static IReadOnlyList<int> Parse(string list)
        => [.. list.Trim().Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(static range =>
        {
            var bounds = range.Split('-').Select(static number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(bounds[0], bounds[^1] - bounds[0] + 1);
        }).Where(static processor => processor < MostProcessors)];

    private static List<int> Allowed()
    {
        if (!OperatingSystem.IsWindows() && !OperatingSystem.IsLinux())
        {
            return [];
        }

        using var self = Process.GetCurrentProcess();
        var mask = (ulong)self.ProcessorAffinity;
        return [.. Enumerable.Range(0, MostProcessors).Where(processor => (mask & (1UL << processor)) != 0)];
    }
}
