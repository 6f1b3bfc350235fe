using System.Diagnostics;
using FastMd.Faults.Processes;
using FastMd.Faults.Trees;

namespace FastMd.Faults;

/// <summary>What a situation comes to without a fault.</summary>
/// <param name="Before">The destination before the run.</param>
/// <param name="After">The destination after it.</param>
/// <param name="Ending">How the run ended.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record Reference(Snapshot Before, Snapshot After, Ending Ending, TimeSpan Duration)
{
    public static Reference Of(Situation situation, Workspace workspace)
    {
        using var scene = new Scene(situation, workspace);
        var before = Snapshot.Of(scene.Site);
        var started = Stopwatch.GetTimestamp();
        var ending = scene.Run();
        var duration = Stopwatch.GetElapsedTime(started);
        return ending is { Code: 0 or 1, InTime: true }
            ? new(before, Snapshot.Of(scene.Site), ending, duration)
            : throw new Refusal($"A run without any fault ended with exit code {ending.Code}: {scene.Command()}\n{ending.Messages}");
    }
}
