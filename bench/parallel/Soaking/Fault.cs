namespace FastMd.Parallel.Soaking;

/// <summary>What is wrong with a document.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The file vanishes after it was planned.</summary>
    Vanishes,

    /// <summary>The file cannot be opened.</summary>
    Unreadable,

    /// <summary>Its bytes are no text.</summary>
    InvalidBytes,

    /// <summary>It is larger than documents may be.</summary>
    TooLarge,

    /// <summary>It was refused when it was planned.</summary>
    Refused,

    /// <summary>Its conversion does not end, and listens to nobody.</summary>
    Endless,

    /// <summary>Its conversion does not end until it is told to.</summary>
    EndlessUntilTold,

    /// <summary>Reading it fails a few times.</summary>
    Transient,

    /// <summary>Reading it fails again and again.</summary>
    AlwaysTransient,

    /// <summary>It is told to come back later, a few times.</summary>
    RateLimited,

    /// <summary>The converter has a bug that shows now and then.</summary>
    BrokenOnce,

    /// <summary>The converter has a bug.</summary>
    Broken,
}
