namespace FastMd.Engine.Documents;

/// <summary>A document cannot be converted, for a reason that is known and has a diagnostic.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>An exception that carries the diagnostic.</summary>
    /// <param name="diagnostic">What happened and what to do.</param>
    /// <param name="innerException">What it came from.</param>
    /// <param name="isTransient">Whether another attempt may succeed.</param>
    /// <param name="retryAfter">
    /// The retry delay that the refusing service asked for. If there is one, the failure is transient and the batch slows down.
    /// </param>
    public DocumentException(Diagnostic diagnostic, Exception? innerException = null, bool isTransient = false, TimeSpan? retryAfter = null)
        : base((diagnostic ?? throw new ArgumentNullException(nameof(diagnostic))).Message, innerException)
    {
        Diagnostic = diagnostic;
        IsTransient = isTransient || retryAfter is not null;
        RetryAfter = retryAfter;
    }

    /// <summary>What happened and what to do.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>Whether another attempt may succeed.</summary>
    public bool IsTransient { get; }

    /// <summary>The retry delay that the refusing service asked for; null when there is none.</summary>
    public TimeSpan? RetryAfter { get; }
}
