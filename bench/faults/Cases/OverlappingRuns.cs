using FastMd.Faults.Trees;

namespace FastMd.Faults.Cases;

/// <summary>Four runs at once whose destinations lie in each other, as two jobs that build a site and its parts.</summary>
internal sealed class OverlappingRuns : Fault
{
    private const int Parts = 3;

    public override string Name => "overlapping";

    public override string Meaning => "four runs at once: the tree, and three of its folders each to its own folder of the same destination";

    public override int Rounds(Workspace workspace) => 20;

    public override void Run(Round round)
    {
        // A run after changes would find outputs that it did not write: those are not its own, and stay.
        using var scene = new Scene(round.Workspace.Pages[0], round.Workspace);
        var parts = Directory.EnumerateDirectories(scene.Sources).Order().Take(Parts).Select(folder => Path.GetFileName(folder)).ToList();
        var commands = parts.Select(part => PartOf(scene, part, Path.Combine(scene.Site, part))).Append(scene.Command()).ToList();
        round.Details = $"{string.Join(", ", parts)}";
        var alone = parts.ConvertAll(part => Alone(scene, part, round.Workspace));
        var runs = commands.ConvertAll(scene.Start);
        var endings = runs.ConvertAll(run => run.End());
        runs.ForEach(run => run.Dispose());
        foreach (var ending in endings.Where(ending => ending.Code is not (0 or 1)))
        {
            round.Violate($"One ended with exit code {ending.Code}.");
        }

        round.Check(scene, endings[^1], new() { Versions = alone });
    }

    private static Command PartOf(Scene scene, string part, string destination)
    {
        var command = scene.Command();
        return new(command.Program, [.. command.Arguments.Select(argument
            => argument == scene.Sources ? Path.Combine(scene.Sources, part) : argument == scene.Site ? destination : argument)])
        {
            Environment = command.Environment,
        };
    }

    /// <summary>What the run of a part makes without the others.</summary>
    private static Snapshot Alone(Scene scene, string part, Workspace workspace)
    {
        var folder = workspace.NewFolder();
        PartOf(scene, part, Path.Combine(folder, part)).Run();
        var made = Snapshot.Of(folder);
        Directory.Delete(folder, recursive: true);
        return made;
    }
}
