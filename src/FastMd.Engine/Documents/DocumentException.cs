namespace FastMd.Engine.Documents;

/// <summary>A document cannot be converted, for a reason that is known and has a diagnostic.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>An exception that carries the diagnostic.</summary>
    public DocumentException(Diagnostic diagnostic, Exception? innerException = null, bool isTransient = false)
        : base((diagnostic ?? throw new ArgumentNullException(nameof(diagnostic))).Message, innerException)
    {
        Diagnostic = diagnostic;
        IsTransient = isTransient;
    }

    /// <summary>What happened and what to do.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>Whether another try may succeed.</summary>
    public bool IsTransient { get; }
}
