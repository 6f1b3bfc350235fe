namespace FastMd.Engine.Reports;

/// <summary>Something about the batch that someone should look at.</summary>
/// <param name="Name">Which alert.</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="At">When, since the batch began.</param>
public sealed record Alert(string Name, string Message, TimeSpan At);
