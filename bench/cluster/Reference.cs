using System.Diagnostics;
using FastMd.Cluster.Bench.Processes;
using FastMd.Cluster.Bench.Trees;

namespace FastMd.Cluster.Bench;

/// <summary>What one machine makes of the tree.</summary>
/// <param name="Documents">How many documents there are.</param>
/// <param name="Outputs">What it writes.</param>
/// <param name="Seconds">How long that takes.</param>
internal sealed record Reference(int Documents, OutputTree Outputs, double Seconds)
{
    public static Reference Of(Workspace workspace)
    {
        var folder = workspace.NewFolder("reference");
        var output = Path.Combine(folder, "output");
        var report = Path.Combine(folder, "report.json");
        var started = Stopwatch.GetTimestamp();
        workspace.Executable.Command("convert", workspace.Tree, "--output", output, "--report", report, "--quiet").Run();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var counts = Counts.Of(report) ?? throw new Refusal($"fastmd wrote no report to '{report}'.");
        return counts.IsAllConverted(counts.Total)
            ? new(counts.Total, OutputTree.Of(output), seconds)
            : throw new Refusal($"On one machine not all documents are converted: {counts}");
    }
}
