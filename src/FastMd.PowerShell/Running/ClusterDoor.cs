using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
#if !NO_CLUSTER
using FastMd.Engine.Coordination.Nats;
#endif

namespace FastMd.PowerShell.Running;

/// <summary>The way to a broker: the one place of the module that knows which.</summary>
internal static class ClusterDoor
{
    /// <summary>What is wrong with an address that was given; null where nothing is.</summary>
    public static string? RefusalOf(string url)
    {
#if NO_CLUSTER
        return "this build of FastMd was made without what talks to NATS (-p:Cluster=false)";
#else
        _ = NatsCredentials.TryRead(url, out var refusal);
        return refusal;
#endif
    }

    /// <summary>Connects to a broker.</summary>
    /// <param name="url">Its address, checked.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <exception cref="SharedJobException">It cannot be reached.</exception>
    public static IClusterBroker Connect(string url, Func<string, string?> variable)
#if NO_CLUSTER
        => throw new SharedJobException($"This build of FastMd cannot reach {url}.");
#else
        => NatsBroker.Connect(url, variable, TimeProvider.System);
#endif
}
