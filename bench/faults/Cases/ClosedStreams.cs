using FastMd.Faults.Processes;

namespace FastMd.Faults.Cases;

/// <summary>Standard streams that are closed, full, or that nobody reads.</summary>
internal sealed class ClosedStreams : Fault
{
    private static readonly IReadOnlyList<(string Redirection, bool HasMessages)> Ways =
    [
        ("exec \"$@\" <&-", true), ("exec \"$@\" >&-", true), ("exec \"$@\" 2>&-", false), ("exec \"$@\" <&- >&-", true), ("exec \"$@\" <&- 2>&-", false),
        ("exec \"$@\" >&- 2>&-", false), ("exec \"$@\" <&- >&- 2>&-", false), ("exec \"$@\" >/dev/full", true), ("exec \"$@\" 2>/dev/full", false),
        ("set -o pipefail; \"$@\" | head -1", false), ("set -o pipefail; \"$@\" 2>&1 | true", false),
    ];

    public override string Name => "streams";

    public override string Meaning => "standard input, output and error closed in every combination, full, or read by nobody";

    public override int FewRounds => 11;

    public override int Rounds(Workspace workspace) => Ways.Count * workspace.Pages.Count;

    public override void Run(Round round)
    {
        var (redirection, hasMessages) = Ways[round.Seed % Ways.Count];
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace);
        round.Details = $"{scene.Situation}, {redirection}";
        using var run = scene.Start(scene.Command().ByShell(redirection));
        round.Check(scene, run.End(), new() { MaySaySomewhereElse = !hasMessages });
    }
}
