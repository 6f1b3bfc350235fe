using FastMd.Engine.Configuration;
using FastMd.Engine.Steps.Limiting;

namespace FastMd.Engine.Steps;

/// <summary>The step of a job, and how often it may be taken.</summary>
/// <param name="Step">The step.</param>
/// <param name="Identity">What outputs depend on by it, as text: a command line, a script. It is part of the fingerprint of the job.</param>
internal sealed record StepOptions(IDocumentStep Step, string Identity)
{
    /// <summary>What its documents were converted to.</summary>
    public string Target { get; init; } = "";

    /// <summary>The extension of its documents, with its dot.</summary>
    public string Extension { get; init; } = "";

    /// <summary>Name of what it calls: steps that call the same share a rate limit.</summary>
    public string Resource { get; init; } = "step";

    /// <summary>How often that may be called.</summary>
    public RateLimit Limit { get; init; } = RateLimit.None;

    /// <summary>Counts the calls; null where nobody outside this process makes any.</summary>
    public IRateLedger? Ledger { get; init; }
}
