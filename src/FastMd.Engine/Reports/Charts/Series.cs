namespace FastMd.Engine.Reports.Charts;

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Values">One value for every x of the chart; NaN where there is none.</param>
/// <param name="Look">How it is drawn.</param>
internal sealed record Series(string Name, IReadOnlyList<double> Values, SeriesLook Look = SeriesLook.Line);
