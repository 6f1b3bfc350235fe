namespace FastMd.Engine.Batching;

/// <summary>How often, and after how long, a document is tried again.</summary>
public sealed record RetryOptions
{
    /// <summary>Tries more where reading or writing failed in a way that may pass.</summary>
    public int Transient { get; init; } = 3;

    /// <summary>Pause before the first of them; each later one is about twice as long, with jitter.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Tries more after an exception nobody foresaw.</summary>
    public int Unforeseen { get; init; } = 1;
}
