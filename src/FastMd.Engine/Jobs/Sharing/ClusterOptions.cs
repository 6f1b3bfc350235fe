using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Cluster;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>Where and how a job is published for workers on other machines.</summary>
/// <param name="Connect">Connects to the broker.</param>
/// <param name="WorkingDirectory">Absolute path of the folder in which paths travel as relative ones.</param>
/// <param name="Files">How sources and outputs get from machine to machine.</param>
internal sealed record ClusterOptions(Func<IClusterBroker> Connect, string WorkingDirectory, ClusterFiles Files);
