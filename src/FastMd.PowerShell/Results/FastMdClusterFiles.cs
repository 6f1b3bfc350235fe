namespace FastMd.PowerShell.Results;

/// <summary>How sources and outputs of a job for workers get from machine to machine.</summary>
public enum FastMdClusterFiles
{
    /// <summary>All machines write to one destination.</summary>
    Shared,

    /// <summary>Each machine keeps the outputs that it wrote.</summary>
    Local,

    /// <summary>Sources and outputs go by way of the server.</summary>
    Store,
}
