namespace FastMd.Tests.Unit.TestSupport;

/// <summary>Tests that measure the process itself: they run after all others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
