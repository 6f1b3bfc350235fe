using System.Globalization;
using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>Fault injection: one call of the system fails, or all from one on, as a worn disk or a full table would have it.</summary>
internal sealed class SystemCalls : Fault
{
    private const string Injected = "(INJECTED)";
    private const string Traced = "%file,read,write,pread64,pwrite64,getdents64,fstat,flock,ftruncate,fsync,fchmod";

    private static readonly IReadOnlyList<string> Calls =
    [
        "openat", "read", "pread64", "write", "pwrite64", "rename", "renameat", "renameat2", "fsync", "unlink", "unlinkat", "mkdir", "mkdirat",
        "getdents64", "fstat", "newfstatat", "statx", "flock", "ftruncate",
    ];

    private static readonly IReadOnlyList<string> Errors = ["EIO", "ENOSPC", "EACCES", "EMFILE", "EINTR"];

    // Counted in each thread. What a thread does is over after some dozens of each.
    private static readonly IReadOnlyList<string> Moments = ["1", "2", "3", "5", "8", "13", "30", "60", "75", "90", "2+", "5+", "40+"];

    public override string Name => "system-calls";

    public override string Meaning
        => $"{string.Join(", ", Errors)} injected into {string.Join(", ", Calls)}, at the n-th call of each thread, once and from then on (strace)";

    public override string? Obstacle => Command.IsInstalled("strace") ? base.Obstacle : "strace is not installed";

    public override int FewRounds => 30;

    public override int Rounds(Workspace workspace) => Calls.Count * Errors.Count * Moments.Count;

    public override void Run(Round round)
    {
        var call = Calls[round.Seed % Calls.Count];
        var error = Errors[round.Seed / Calls.Count % Errors.Count];
        var moment = Moments[round.Seed / (Calls.Count * Errors.Count) % Moments.Count];

        // Whoever is interrupted forever tries forever.
        moment = error == "EINTR" ? moment.TrimEnd('+') : moment;
        using var scene = new Scene(round.Any(round.Workspace.FewPages), round.Workspace);
        round.Details = $"{scene.Situation}, {error} from {call}, {moment}";
        var log = Path.Combine(scene.Root, "..", string.Create(CultureInfo.InvariantCulture, $"strace-{round.Seed}.log"));
        using var run = scene.Start(scene.Command().By(
            "strace", "-f", "-qq", "--seccomp-bpf", "-o", log, "-e", "trace=" + Traced, "-e", $"inject={call}:error={error}:when={moment}"));
        var ending = run.End();
        var lines = File.ReadAllLines(log);
        File.Delete(log);
        var injected = lines.Where(line => line.Contains(Injected, StringComparison.Ordinal)).ToList();
        round.IsHit = injected.Count > 0;

        if (!round.IsHit)
        {
            return;
        }

        // The first line of its own asks for the working directory; before are the loader's and the runtime's.
        var began = Array.FindIndex(lines, line => line.Contains("getcwd(", StringComparison.Ordinal));
        round.Check(scene, ending, new()
        {
            MayNotHaveStarted = began < 0 || Array.IndexOf(lines, injected[0]) < began,
            MaySaySomewhereElse = call == "write",
        });
    }
}
