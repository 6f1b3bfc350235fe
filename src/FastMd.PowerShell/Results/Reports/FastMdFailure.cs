namespace FastMd.PowerShell.Results.Reports;

/// <summary>A document that failed or was given up.</summary>
/// <param name="Path">Path of the source.</param>
/// <param name="Status">Whether it failed or was given up.</param>
/// <param name="Line">Line in the source, from 1; 0 where there is none.</param>
/// <param name="Column">Column in the source, from 1; 0 where there is none.</param>
/// <param name="Code">Code of its first error.</param>
/// <param name="Message">What happened.</param>
public sealed record FastMdFailure(string Path, FastMdStatus Status, int Line, int Column, string Code, string Message)
{
    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
