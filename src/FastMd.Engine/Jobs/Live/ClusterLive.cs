using System.Globalization;
using System.Runtime.CompilerServices;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Jobs.Live;

/// <summary>What the processes of jobs told at a broker.</summary>
/// <param name="told">What each told last.</param>
internal sealed class ClusterLive(Func<IReadOnlyCollection<byte[]>> told)
{
    // Most are what they were at the last look.
    private readonly ConditionalWeakTable<byte[], Part> _known = [];

    /// <summary>Names a run of a job.</summary>
    public static string RunOf(ClusterJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return string.Create(CultureInfo.InvariantCulture, $"{job.Id}/{job.Run:x}");
    }

    /// <summary>Begins to listen: what was told comes in from the first look on.</summary>
    public void Listen() => _ = told();

    /// <summary>What they told; those of other jobs, and of earlier runs, are among them.</summary>
    public IEnumerable<LiveReport> Read() => told().Select(message => _known.GetValue(message, static bytes => new(LiveReader.TryRead(bytes))).Report).OfType<LiveReport>();

    private sealed record Part(LiveReport? Report);
}
