namespace FastMd.Engine.Reports.Charts;

/// <summary>A part of a <see cref="StackedBar"/>.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How large it is.</param>
/// <param name="Hint">What pointing at it says.</param>
internal sealed record Part(string Name, double Value, string Hint);
