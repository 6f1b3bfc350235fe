using System.Globalization;
using FastMd.Faults.Processes;
using FastMd.Faults.Trees;

namespace FastMd.Faults.Cases;

/// <summary>Bursts of changes under <c>--watch</c>; when they are over, the destination comes to what a fresh run makes.</summary>
internal sealed class WatchStorm : Fault
{
    private const int Bursts = 6;
    private const int ChangesOfBurst = 60;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public override string Name => "watch-storm";

    public override string Meaning => "files created, changed, renamed and deleted in bursts under --watch; then quiet, and SIGTERM";

    public override int FewRounds => 1;

    public override int Rounds(Workspace workspace) => 10;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Workspace.Pages[2], round.Workspace);
        using var run = scene.Start(scene.Command("--watch"));
        if (!run.Messages.WaitForText("Watching for changes", LiveRun.Patience))
        {
            round.Violate($"It never watched: {run.End().Messages}");
            return;
        }

        for (var burst = 0; burst < Bursts; burst++)
        {
            for (var change = 0; change < ChangesOfBurst; change++)
            {
                Change(scene.Sources, round.Random, burst, change);
            }

            // Some bursts come while the run after the last one goes on, some after it.
            if (round.Random.Next(2) == 0)
            {
                run.Wait(round.Random.Next(400) * TimeSpan.FromMilliseconds(1));
            }
        }

        round.Details = $"{Bursts} bursts of {ChangesOfBurst} changes";
        var quiet = new Situation("run after the storm", null, SourceTree.Read(scene.Sources), scene.Situation.Arguments);
        var expected = round.Workspace.ReferenceOf(quiet).After;
        if (Settle(scene, run, expected) is { } difference)
        {
            round.Violate($"When it was quiet, in the destination {difference}.");
        }

        run.Send(Signals.Terminate);
        var ending = run.End();
        if (ending.Code != 0)
        {
            round.Violate($"It ended with exit code {ending.Code}: {ending.Messages}");
        }

        scene.Situation = quiet;
        round.Check(scene, ending with { Output = "", Messages = "" }, new() { MaySaySomewhereElse = true });
    }

    private static string? Settle(Scene scene, LiveRun run, Snapshot expected)
    {
        var until = DateTime.UtcNow + LiveRun.Patience;
        while (true)
        {
            var difference = DifferenceFrom(scene, expected);
            if (difference is null || run.IsOver || DateTime.UtcNow > until)
            {
                return difference;
            }

            run.Wait(Poll);
        }
    }

    /// <summary>A file may go while it is looked at.</summary>
    private static string? DifferenceFrom(Scene scene, Snapshot expected)
    {
        try
        {
            return Snapshot.Of(scene.Site).DifferenceFrom(expected);
        }
        catch (IOException changing)
        {
            return changing.Message;
        }
    }

    private static void Change(string sources, Random random, int burst, int change)
    {
        var pages = Directory.GetFiles(sources, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var page = pages[random.Next(pages.Length)];
        var other = Path.Combine(Path.GetDirectoryName(page)!, string.Create(CultureInfo.InvariantCulture, $"storm-{burst}-{change}.md"));
        switch (random.Next(5))
        {
            case 0:
                File.WriteAllText(other, $"# Page {change} of burst {burst}\n");
                break;
            case 1:
                File.Move(page, other);
                break;
            case 2 when pages.Length > ChangesOfBurst:
                File.Delete(page);
                break;
            case 3:
                Directory.CreateDirectory(Path.Combine(sources, $"storm-{burst}"));
                File.Move(page, Path.Combine(sources, $"storm-{burst}", Path.GetFileName(other)));
                break;
            default:
                File.AppendAllText(page, $"\nChange {change} of burst {burst}.\n");
                break;
        }
    }
}
