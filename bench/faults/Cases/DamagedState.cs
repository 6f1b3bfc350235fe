using System.Globalization;

namespace FastMd.Faults.Cases;

/// <summary>The build state with one byte changed, each in turn; and cut off, at each length.</summary>
internal sealed class DamagedState : Fault
{
    private int? _length;

    public override string Name => "state";

    public override string Meaning => "the build state with every byte flipped in turn, and cut off at every length";

    public override int FewRounds => 40;

    public override int Rounds(Workspace workspace)
    {
        if (_length is null)
        {
            using var scene = new Scene(SituationOf(workspace), workspace);
            _length = (int)new FileInfo(StateOf(scene)).Length;
        }

        return 2 * _length.Value;
    }

    public override void Run(Round round)
    {
        var length = Rounds(round.Workspace) / 2;
        using var scene = new Scene(SituationOf(round.Workspace), round.Workspace);
        var state = File.ReadAllBytes(StateOf(scene));
        var at = round.Seed / 2 % length;
        if (at >= state.Length)
        {
            round.IsHit = false;
            return;
        }

        if (round.Seed % 2 == 0)
        {
            var bit = 1 << round.Random.Next(8);
            round.Details = string.Create(CultureInfo.InvariantCulture, $"byte {at} of {state.Length}, bits {bit:x2}");
            state[at] ^= (byte)bit;
        }
        else
        {
            round.Details = string.Create(CultureInfo.InvariantCulture, $"cut off at {at} of {state.Length}");
            state = state[..at];
        }

        File.WriteAllBytes(StateOf(scene), state);

        // Of what is not in the state any more nobody knows that it is stale, or whose it is.
        round.Check(scene, scene.Run(), new() { RecordsAreLost = true });
    }

    private static Situation SituationOf(Workspace workspace) => workspace.FewPages[2];

    private static string StateOf(Scene scene) => Path.Combine(scene.Site, ".fastmd", "state");
}
