using FastMd.Faults.Checking;
using FastMd.Faults.Processes;

namespace FastMd.Faults;

/// <summary>One go of a fault. All that is random in it comes from its seed.</summary>
/// <param name="seed">Which go it is.</param>
/// <param name="workspace">What rounds share.</param>
internal sealed class Round(int seed, Workspace workspace)
{
    private readonly List<string> _violations = [];

    public int Seed => seed;

    public Random Random { get; } = new(seed);

    public Workspace Workspace => workspace;

    public IReadOnlyList<string> Violations => _violations;

    /// <summary>What exactly was done, for whoever reads of a violation.</summary>
    public string Details { get; set; } = "";

    /// <summary>Whether the fault came to pass; a run may be over before.</summary>
    public bool IsHit { get; set; } = true;

    public void Violate(string violation) => _violations.Add(violation);

    /// <summary>The situation of this round.</summary>
    public Situation Any(IReadOnlyList<Situation> situations) => situations[seed % situations.Count];

    /// <summary>Checks what is there after the fault, runs again without it, and checks that all is as if it had never been.</summary>
    public void Check(Scene scene, Ending ending, Tolerance? tolerance = null, Action? mend = null) => Check(scene, [ending], tolerance, mend);

    /// <summary>The same, after several runs.</summary>
    public void Check(Scene scene, IReadOnlyList<Ending> endings, Tolerance? tolerance = null, Action? mend = null)
    {
        var invariants = new Invariants(scene, workspace.ReferenceOf(scene.Situation), this);
        foreach (var ending in endings)
        {
            invariants.CheckFaulted(ending, tolerance ?? new());
        }

        mend?.Invoke();
        invariants.CheckRepaired(tolerance ?? new());
    }
}
