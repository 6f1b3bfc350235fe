namespace FastMd.PowerShell.Reporting;

/// <summary>How far something is.</summary>
/// <param name="Text">The same in words.</param>
/// <param name="Fraction">Share that is done, 0 to 1; null where that is not known.</param>
/// <param name="TimeLeft">Time it will take yet; null where that is not known.</param>
/// <param name="Operation">What it is at; null where that is nothing in particular.</param>
internal readonly record struct ProgressStep(string Text, double? Fraction, TimeSpan? TimeLeft = null, string? Operation = null);
