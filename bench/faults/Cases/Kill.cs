using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>The end without notice, at any moment.</summary>
internal sealed class Kill : Fault
{
    public override string Name => "kill";

    public override string Meaning => "SIGKILL at a random moment of a first, an incremental and a pruning run, and of one to MDX";

    public override int Rounds(Workspace workspace) => 100;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace);
        var moment = Moment.Any(round.Random, round.Workspace.ReferenceOf(scene.Situation));
        round.Details = $"{scene.Situation}, {moment}";
        using var run = scene.Start();
        moment.Await(run);
        run.Send(Signals.Kill);
        var ending = run.End();
        round.IsHit = ending.Code == Signals.ExitCode(Signals.Kill);
        round.Check(scene, ending, new() { ExitCodes = [Signals.ExitCode(Signals.Kill)] });
    }
}
