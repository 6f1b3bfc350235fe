namespace FastMd.PowerShell.Results;

/// <summary>How much of the machine a batch takes.</summary>
public enum FastMdResourceProfile
{
    /// <summary>Leaves most of the machine to others.</summary>
    Low,

    /// <summary>All processors, a moderate amount of memory.</summary>
    Medium,

    /// <summary>A machine of its own.</summary>
    High,
}
