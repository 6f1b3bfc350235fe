namespace FastMd.Faults.Processes;

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="InTime">Whether it ended by itself in time.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Messages">What it wrote to standard error.</param>
internal sealed record Ending(int Code, bool InTime, string Output, string Messages);
