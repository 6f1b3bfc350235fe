namespace FastMd.Engine.Configuration;

/// <summary>How much of the machine a batch takes: a name for a set of settings, each of which can still be given by itself.</summary>
internal enum ResourceProfile
{
    /// <summary>Leaves most of the machine to others.</summary>
    Low,

    /// <summary>All processors, a moderate amount of memory.</summary>
    Medium,

    /// <summary>A machine of its own.</summary>
    High,
}
