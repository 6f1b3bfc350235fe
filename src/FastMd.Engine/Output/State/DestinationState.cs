namespace FastMd.Engine.Output.State;

/// <summary>
/// The build state of a destination, opened when it is first asked for: kept, so that what this run writes is recorded; or only looked at, to
/// know which files are FastMd's; or none. Thread-safe.
/// </summary>
internal sealed class DestinationState : IDisposable
{
    private readonly Lazy<BuildState?> _state;

    private DestinationState(Func<BuildState?> open, bool isKept)
    {
        _state = new(open);
        IsKept = isKept;
    }

    /// <summary>That of a destination of which nothing is known, and nothing recorded.</summary>
    public static DestinationState None { get; } = new(static () => null, isKept: false);

    /// <summary>Whether what this run writes is recorded.</summary>
    public bool IsKept { get; }

    /// <summary>What earlier runs wrote, as far as that is known; null where nothing is.</summary>
    public BuildState? Known => _state.Value;

    /// <summary>Where what this run writes is recorded; null where it is not.</summary>
    public BuildState? Recorded => IsKept ? _state.Value : null;

    /// <summary>Whether it was opened, or could not be.</summary>
    public bool IsOpened => _state.IsValueCreated;

    /// <summary>One that what this run writes is recorded in.</summary>
    /// <param name="open">Opens it; null where it cannot be used.</param>
    public static DestinationState Recording(Func<BuildState?> open) => new(open, isKept: true);

    /// <summary>One that is looked at only.</summary>
    /// <param name="peek">Reads it; null where there is none.</param>
    public static DestinationState ReadOnly(Func<BuildState?> peek) => new(peek, isKept: false);

    /// <summary>Records an output that is about to be written; null where nothing is recorded.</summary>
    public AnnouncedOutput? Announce(OutputOrigin origin, string output, OutputFacts facts) => Recorded?.Announce(origin, output, facts);

    /// <summary>What is wrong with the state as a whole, once; null where nothing is, or it was not opened.</summary>
    public string? TakeProblem() => IsKept && IsOpened ? _state.Value?.TakeProblem() : null;

    /// <summary>Ends the run, and lets the next one in.</summary>
    public void Dispose()
    {
        if (IsOpened)
        {
            _state.Value?.Dispose();
        }
    }
}
