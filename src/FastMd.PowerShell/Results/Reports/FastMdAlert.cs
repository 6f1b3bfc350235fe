namespace FastMd.PowerShell.Results.Reports;

/// <summary>Something about a batch that someone should look at.</summary>
/// <param name="At">When, since the batch began.</param>
/// <param name="Name">Which alert.</param>
/// <param name="Message">What happened.</param>
public sealed record FastMdAlert(TimeSpan At, string Name, string Message)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
