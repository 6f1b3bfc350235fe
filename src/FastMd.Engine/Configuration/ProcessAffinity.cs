namespace FastMd.Engine.Configuration;

/// <summary>Which processors a worker process may use.</summary>
public enum ProcessAffinity
{
    /// <summary>All that this process may: the system decides.</summary>
    None,

    /// <summary>One each, in turn.</summary>
    Processor,

    /// <summary>Those of one NUMA node each, in turn.</summary>
    Node,
}
