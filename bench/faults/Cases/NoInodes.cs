using FastMd.Faults.Trees;

namespace FastMd.Faults.Cases;

/// <summary>The disk has room, but no place for another file.</summary>
internal sealed class NoInodes : Fault
{
    public override string Name => "no-inodes";

    public override string Meaning => "a destination with inodes for a random part of the files (tmpfs); then there are enough";

    public override string? Obstacle => MemoryDisk.Obstacle;

    public override int Rounds(Workspace workspace) => 30;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace, MemoryDisk.Mount);
        var disk = (MemoryDisk)scene.Held!;
        var inodes = round.Random.Next(scene.Situation.New.Files.Count / 2);
        round.Details = $"{scene.Situation}, {inodes} inodes left";
        disk.LeaveInodes(inodes);
        var ending = scene.Run();
        round.IsHit = ending.Code != 0;
        round.Check(scene, ending, mend: disk.Widen);
    }
}
