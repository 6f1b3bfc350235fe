using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>The working directory was removed before the run begins.</summary>
internal sealed class GoneWorkingDirectory : Fault
{
    public override string Name => "working-directory";

    public override string Meaning => "a working directory that is gone";

    public override int Rounds(Workspace workspace) => workspace.Pages.Count;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace);
        round.Details = $"{scene.Situation}";
        var command = scene.Command().ByShell("mkdir \"$0\" && cd \"$0\" && rmdir \"$0\" && exec \"$@\"", Path.Combine(scene.Temporary, "gone"));
        using var run = scene.Start(command);
        round.Check(scene, run.End());
    }
}
