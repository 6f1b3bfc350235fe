using FastMd.Faults.Trees;

namespace FastMd.Faults.Cases;

/// <summary>The disk of the destination is full, at once or after a while.</summary>
internal sealed class FullDisk : Fault
{
    public override string Name => "full-disk";

    public override string Meaning => "a destination with room for a random part of what is to be written (tmpfs); then there is room";

    public override string? Obstacle => MemoryDisk.Obstacle;

    public override int Rounds(Workspace workspace) => 40;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace, MemoryDisk.Mount);
        var disk = (MemoryDisk)scene.Held!;
        var blocks = round.Random.Next((int)(scene.Situation.New.Bytes / MemoryDisk.BlockBytes));
        round.Details = $"{scene.Situation}, {blocks} blocks left";
        disk.LeaveBlocks(blocks);
        var ending = scene.Run();
        round.IsHit = ending.Code != 0;
        round.Check(scene, ending, mend: disk.Widen);
    }
}
