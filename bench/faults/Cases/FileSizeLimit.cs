using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>Files may grow so far and no further: a write fails, or writes less than it should.</summary>
internal sealed class FileSizeLimit : Fault
{
    private const int MostBytes = 200_000;

    public override string Name => "file-size";

    public override string Meaning => "a random limit on the size of a file (RLIMIT_FSIZE), the state's too";

    public override string? Obstacle => Command.IsInstalled("prlimit") ? base.Obstacle : "prlimit is not installed";

    public override int Rounds(Workspace workspace) => 40;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace);
        var bytes = round.Random.Next(MostBytes) >> round.Random.Next(12);
        round.Details = $"{scene.Situation}, {bytes} bytes";
        using var run = scene.Start(scene.Command().By("prlimit", $"--fsize={bytes}"));
        var ending = run.End();
        round.IsHit = ending.Code != 0;
        round.Check(scene, ending);
    }
}
