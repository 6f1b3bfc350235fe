namespace FastMd.Faults.Cases;

/// <summary>Four runs to one destination: each does all, or is told that it is taken.</summary>
internal sealed class FourAtOnce : Fault
{
    private const int Runs = 4;

    public override string Name => "four-at-once";

    public override string Meaning => "four runs to one destination at once: each completes, or ends with exit code 3, and one at least completes";

    public override int Rounds(Workspace workspace) => 20;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace);
        var expected = round.Workspace.ReferenceOf(scene.Situation).Ending.Code;
        var runs = Enumerable.Range(0, Runs).Select(_ => scene.Start()).ToList();
        var endings = runs.ConvertAll(run => run.End());
        runs.ForEach(run => run.Dispose());
        round.Details = $"{scene.Situation}, exit codes {string.Join(", ", endings.Select(ending => ending.Code))}";
        if (endings.Any(ending => ending.Code != expected && ending.Code != 3) || endings.All(ending => ending.Code != expected))
        {
            round.Violate("None completed, or one ended otherwise than it may.");
        }

        round.Check(scene, endings);
    }
}
