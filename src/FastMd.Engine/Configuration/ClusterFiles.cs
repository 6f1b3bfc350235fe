namespace FastMd.Engine.Configuration;

/// <summary>How sources and outputs of a job get from machine to machine.</summary>
public enum ClusterFiles
{
    /// <summary>All machines see the sources, or the same checkout of them, and write to one destination.</summary>
    Shared,

    /// <summary>All machines see the same checkout of the sources, and each keeps the outputs that it wrote.</summary>
    Local,

    /// <summary>Both go by way of the broker.</summary>
    Store,
}
