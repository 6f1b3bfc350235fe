using FastMd.Engine.Resources;

namespace FastMd.Engine.Health;

/// <summary>
/// The self-check: whether what a conversion depends on is as it should be here. It writes to the folders it is given and leaves
/// nothing behind; a destination that does not exist is not made.
/// </summary>
internal sealed class HealthCheck
{
    private readonly HealthInputs _inputs;
    private readonly Func<string, IProbeFolder> _folder;

    /// <summary>A self-check.</summary>
    /// <param name="inputs">What it looks at.</param>
    public HealthCheck(HealthInputs inputs)
        : this(inputs, path => new ProbeFolder(path))
    {
    }

    internal HealthCheck(HealthInputs inputs, Func<string, IProbeFolder> folder)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _inputs = inputs;
        _folder = folder;
    }

    /// <summary>
    /// What was found, always in the same order. Rows about the destination are there only where one is given. Does not throw:
    /// what cannot be found out is a row too.
    /// </summary>
    public IReadOnlyList<HealthRow> Run()
    {
        var limits = _inputs.Probe.Limits;
        return
        [
            RuntimeCheck.Row(RuntimeFacts.Version, RuntimeFacts.System, _inputs.Time.GetUtcNow()),
            ProcessorCheck.Row(limits),
            MemoryCheck.Row(limits, _inputs.Probe.Read().FreeBytes),
            CollectorCheck.Row(RuntimeFacts.IsServerCollector, RuntimeFacts.IsConcurrentCollector, RuntimeFacts.HeapLimit(limits)),
            TieringCheck.Row(RuntimeFacts.CompilesAtRunTime, RuntimeFacts.IsProfileGuided(_inputs.Variable)),
            WorkerCheck.Row(_inputs.Worker()),
            .. FolderRows(),
            VersionCheck.Row(),
        ];
    }

    private IEnumerable<HealthRow> FolderRows()
    {
        var temporary = _folder(_inputs.TemporaryFolder);
        yield return FolderCheck.TemporaryRow(temporary);
        if (_inputs.Destination is not { } path)
        {
            yield return LockCheck.Row(temporary);
            yield break;
        }

        var destination = FolderLocation.Of(path);
        var folder = destination.Folder is { } existing ? _folder(existing) : null;
        yield return FolderCheck.DestinationRow(destination, folder);
        yield return LockCheck.Row(folder);
        yield return NameCheck.Row(folder);
        yield return DiskSpaceCheck.Row(folder);
    }
}

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

    /// <summary>Tries whether a worker process can be started.</summary>
    public required Func<WorkerTrial> Worker { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Status">How well it is.</param>
/// <param name="Found">What is so.</param>
/// <param name="Advice">What to do; never null unless all is as it should be.</param>
internal sealed record HealthRow(string Check, HealthStatus Status, string Found, string? Advice);

/// <summary>How well something is.</summary>
internal enum HealthStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Conversion works; something may make it slower or less safe.</summary>
    Warning,

    /// <summary>Conversion will fail.</summary>
    Problem,
}
