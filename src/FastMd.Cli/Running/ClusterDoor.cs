using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
#if !NO_CLUSTER
using FastMd.Engine.Coordination.Nats;
#endif

namespace FastMd.Cli.Running;

/// <summary>The way to a broker: the one place of the executable that knows which.</summary>
internal static class ClusterDoor
{
    /// <summary>Checks an address that was typed.</summary>
    /// <exception cref="UsageException">It is none, or this build knows no broker.</exception>
    public static string Checked(string option, string url)
    {
#if NO_CLUSTER
        throw new UsageException($"{option}: this build of FastMd was made without what talks to NATS (-p:Cluster=false).");
#else
        return NatsCredentials.TryRead(url, out var refusal) ? url : throw new UsageException($"{option}: {refusal}.");
#endif
    }

    /// <summary>Connects to a broker.</summary>
    /// <param name="url">Its address, checked.</param>
    /// <param name="environment">The process.</param>
    /// <exception cref="SharedJobException">It cannot be reached.</exception>
    public static IClusterBroker Connect(string url, ProcessEnvironment environment)
#if NO_CLUSTER
        => throw new SharedJobException($"This build of FastMd cannot reach {url}.");
#else
        => NatsBroker.Connect(url, environment.Variable, TimeProvider.System);
#endif
}
