namespace FastMd.Engine.Pipeline;

/// <summary>What became of a document.</summary>
public enum ConversionStatus
{
    /// <summary>It was converted.</summary>
    Converted,

    /// <summary>Its output is what it would be converted to, and was left alone.</summary>
    Unchanged,

    /// <summary>It was not converted; the diagnostics say why.</summary>
    Failed,

    /// <summary>It was given up at its time limit.</summary>
    TimedOut,

    /// <summary>The batch was cancelled before it was done.</summary>
    Cancelled,
}
