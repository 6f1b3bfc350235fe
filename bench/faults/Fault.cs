namespace FastMd.Faults;

/// <summary>One way in which the world fails.</summary>
internal abstract class Fault
{
    /// <summary>What the command line calls it.</summary>
    public abstract string Name { get; }

    /// <summary>What is done, for the report.</summary>
    public abstract string Meaning { get; }

    /// <summary>How many rounds it takes.</summary>
    public abstract int Rounds(Workspace workspace);

    /// <summary>How many rounds show that it works at all.</summary>
    public virtual int FewRounds => 4;

    /// <summary>Why it cannot be had here; null where it can.</summary>
    public virtual string? Obstacle => null;

    public abstract void Run(Round round);
}
