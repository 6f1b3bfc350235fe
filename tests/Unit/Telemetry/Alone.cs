namespace FastMd.Tests.Unit.Telemetry;

/// <summary>Tests of what the process has one of: they run while no other test records into it or listens to it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Telemetry of the process";
}
