namespace FastMd.Tests.Hosted.TestSupport;

/// <summary>Tests of what the process has one of, its console, threads and memory: they run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone in the process";
}
