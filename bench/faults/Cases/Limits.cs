using System.Globalization;
using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>Too few open files, threads, or memory for a run, or for the runtime below it.</summary>
internal sealed class Limits : Fault
{
    private const int Aborted = 134;
    private const string OfThreads = "--nproc";

    // Nobody else's threads count for a user that nobody else is.
    private const string User = "54321";

    // A few rounds see some of each kind; all rounds see all.
    private const int Step = 11;

    private static readonly IReadOnlyList<int> Files = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32, 40, 48, 56, 64];
    private static readonly IReadOnlyList<int> Threads = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 24];
    private static readonly IReadOnlyList<int> Megabytes = [20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 230, 260, 300, 350, 400, 450, 500, 600, 800, 1000];

    public override string Name => "limits";

    public override string Meaning
        => "limits on open files (8 to 64), on memory (20 MB to 1 GB) and, for a user of its own, on threads (2 to 24)";

    public override string? Obstacle => Command.IsInstalled("prlimit") ? base.Obstacle : "prlimit is not installed";

    public override int FewRounds => 12;

    public override int Rounds(Workspace workspace) => 2 * All().Count;

    public override void Run(Round round)
    {
        var (option, value) = All()[round.Seed * Step % All().Count];
        using var scene = new Scene(round.Workspace.Pages[round.Random.Next(round.Workspace.Pages.Count)], round.Workspace);
        round.Details = string.Create(CultureInfo.InvariantCulture, $"{scene.Situation}, {option}={value}");
        var command = scene.Command();
        if (option == OfThreads)
        {
            GiveTo(User, scene);
            command = command.By("setpriv", "--reuid", User, "--clear-groups");
        }

        using var run = scene.Start(command.By("prlimit", string.Create(CultureInfo.InvariantCulture, $"{option}={value}")));
        var ending = run.End();
        round.IsHit = ending.Code != 0;
        round.Check(scene, ending, new() { MayNotHaveStarted = IsRuntimes(ending) }, mend: option == OfThreads ? () => GiveTo(Environment.UserName, scene) : null);
    }

    private static void GiveTo(string user, Scene scene) => new Command("chown", "-R", user, scene.Root).Run();

    /// <summary>
    /// Whether the loader or the runtime gave up: before there was anything of FastMd's, by a code of theirs, or later where the runtime
    /// could not have a thread or memory for itself and aborted, mostly without memory left to name the reason.
    /// </summary>
    private static bool IsRuntimes(Ending ending)
        => ending is { Code: 127 or 255, Output: "" }
            || (ending.Code == Aborted && (ending.Messages.Contains("Process terminated.", StringComparison.Ordinal) || ending.Messages.TrimEnd().EndsWith("Unhandled exception.", StringComparison.Ordinal)));

    /// <summary>Only root can take the user for whom threads are counted.</summary>
    private static IReadOnlyList<(string Option, long Value)> All() =>
    [
        .. Files.Select(count => ("--nofile", (long)count)),
        .. Megabytes.Select(count => ("--as", count * 1_000_000L)),
        .. Environment.IsPrivilegedProcess && Command.IsInstalled("setpriv") ? Threads.Select(count => (OfThreads, (long)count)) : [],
    ];
}
