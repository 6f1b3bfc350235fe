using FastMd.Engine.Resources;

namespace FastMd.Engine.Health;

/// <summary>What the self-check looks at besides the runtime it runs on.</summary>
internal sealed record HealthInputs
{
    /// <summary>Looks up an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Absolute path of the folder for temporary files.</summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>Absolute path of the folder outputs are to be written to; null where none is given. It need not exist.</summary>
    public string? Destination { get; init; }

    /// <summary>Looks at the machine.</summary>
    public required IMachineProbe Probe { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
