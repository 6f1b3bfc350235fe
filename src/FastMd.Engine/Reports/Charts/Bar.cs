namespace FastMd.Engine.Reports.Charts;

/// <summary>A bar of a <see cref="Histogram"/>.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Value">How high it is.</param>
/// <param name="Hint">What pointing at it says.</param>
internal sealed record Bar(double From, double To, double Value, string Hint);
