using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>A run that stands still, another meanwhile; then the first goes on, or is killed where it stands.</summary>
internal sealed class Stop : Fault
{
    private const int DestinationInUse = 3;

    public override string Name => "stop";

    public override string Meaning => "SIGSTOP at a random moment, a second run meanwhile, then SIGCONT or SIGKILL";

    public override int Rounds(Workspace workspace) => 40;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace);
        var reference = round.Workspace.ReferenceOf(scene.Situation);
        var moment = Moment.Any(round.Random, reference);
        var isKilled = round.Random.Next(2) == 0;
        round.Details = $"{scene.Situation}, stopped {moment}, then {(isKilled ? "killed" : "continued")}";
        using var run = scene.Start();
        moment.Await(run);
        run.Send(Signals.Stop);
        run.WaitForStop();
        round.IsHit = !run.IsOver;
        var second = scene.Run();
        if (second.Code != DestinationInUse && second.Code != reference.Ending.Code)
        {
            round.Violate($"The second run ended with exit code {second.Code}.");
        }

        run.Send(isKilled ? Signals.Kill : Signals.Continue);
        round.Check(scene, [run.End(), second], new() { ExitCodes = isKilled ? [Signals.ExitCode(Signals.Kill)] : [] });
    }
}
