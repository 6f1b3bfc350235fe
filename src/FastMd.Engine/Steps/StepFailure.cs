using FastMd.Engine.Documents;

namespace FastMd.Engine.Steps;

/// <summary>Why a document has no output after its step.</summary>
internal static class StepFailure
{
    /// <summary>The step failed, and would again.</summary>
    /// <param name="reason">What happened, a sentence.</param>
    /// <param name="cause">What it came from.</param>
    public static DocumentException Final(string reason, Exception? cause = null) => new(Diagnostic.Error(DiagnosticCodes.StepFailed, reason), cause);

    /// <summary>The step was refused for now, and may be taken later.</summary>
    /// <param name="reason">What happened, a sentence.</param>
    /// <param name="retryAfter">The pause that the service asked for; null where it named none.</param>
    /// <param name="cause">What it came from.</param>
    public static DocumentException Temporary(string reason, TimeSpan? retryAfter, Exception? cause = null)
        => new(Diagnostic.Error(DiagnosticCodes.StepRefused, reason), cause, isTransient: true, retryAfter);
}
