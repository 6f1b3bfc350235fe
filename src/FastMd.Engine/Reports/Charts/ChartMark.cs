namespace FastMd.Engine.Reports.Charts;

/// <summary>A place on the x axis that is pointed out.</summary>
/// <param name="At">Where.</param>
/// <param name="Name">What it is, for the legend; empty to leave it out there.</param>
/// <param name="Hint">What pointing at it says.</param>
/// <param name="Color">Number of its colour, from 1; 0 for a quiet one.</param>
internal sealed record ChartMark(double At, string Name, string Hint, int Color = 0);
