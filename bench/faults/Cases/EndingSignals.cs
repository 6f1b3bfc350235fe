using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>Signals that ask a run to end: once, and again at once.</summary>
internal sealed class EndingSignals : Fault
{
    private const int Cancelled = 130;

    private static readonly IReadOnlyList<(string Name, int Number)> Kinds =
        [("SIGTERM", Signals.Terminate), ("SIGINT", Signals.Interrupt), ("SIGHUP", Signals.Hangup)];

    public override string Name => "signals";

    public override string Meaning => "SIGTERM, SIGINT, SIGHUP at a random moment, every fourth time twice";

    public override int FewRounds => 6;

    public override int Rounds(Workspace workspace) => 90;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace);
        var moment = Moment.Any(round.Random, round.Workspace.ReferenceOf(scene.Situation));
        var (name, number) = Kinds[round.Random.Next(Kinds.Count)];
        var isTwice = round.Random.Next(4) == 0;
        round.Details = $"{scene.Situation}, {name}{(isTwice ? " twice" : "")} {moment}";
        using var run = scene.Start();
        moment.Await(run);
        run.Send(number);
        if (isTwice)
        {
            run.Send(number);
        }

        // Before it listens, and when asked again, it ends as any process does. Once it has results, it listens.
        var ending = run.End();
        round.IsHit = ending.Code == Cancelled || ending.Code == Signals.ExitCode(number);
        var mayEndAtOnce = isTwice || moment.Time is not null;
        round.Check(scene, ending, new() { ExitCodes = mayEndAtOnce ? [Signals.ExitCode(number)] : [] });
    }
}
