namespace FastMd.Engine.Health;

/// <summary>
/// The self-check: whether what a conversion depends on is as it should be here. It writes to the folders it is given and leaves
/// nothing behind; a destination that does not exist is not made.
/// </summary>
internal sealed class HealthCheck
{
    private readonly HealthInputs _inputs;
    private readonly Func<string, ITrialFolder> _folder;

    /// <summary>A self-check.</summary>
    /// <param name="inputs">What it looks at.</param>
    public HealthCheck(HealthInputs inputs)
        : this(inputs, path => new TrialFolder(path))
    {
    }

    internal HealthCheck(HealthInputs inputs, Func<string, ITrialFolder> folder)
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

        var destination = Place.Of(path);
        var folder = destination.Folder is { } existing ? _folder(existing) : null;
        yield return FolderCheck.DestinationRow(destination, folder);
        yield return LockCheck.Row(folder);
        yield return NameCheck.Row(folder);
        yield return DiskSpaceCheck.Row(folder);
    }
}
