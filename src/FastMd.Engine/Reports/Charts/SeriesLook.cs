namespace FastMd.Engine.Reports.Charts;

/// <summary>How a series is drawn.</summary>
internal enum SeriesLook
{
    /// <summary>A line, with gaps where there is no value.</summary>
    Line,

    /// <summary>A line over a filled area.</summary>
    Area,

    /// <summary>A dashed line: a limit, or what was expected.</summary>
    Dashed,

    /// <summary>A line that changes at once and then stays.</summary>
    Steps,

    /// <summary>A line with a dot at each value, straight on where there is none: what was measured.</summary>
    Dots,
}
