namespace FastMd.Engine.Reports.Charts;

/// <summary>One direction of a chart: where a value lies and how it reads.</summary>
/// <param name="Minimum">Value at its beginning.</param>
/// <param name="Maximum">Value at its end, larger than the minimum.</param>
/// <param name="Ticks">Values that are marked.</param>
/// <param name="Format">A value as text.</param>
internal sealed record Axis(double Minimum, double Maximum, IReadOnlyList<double> Ticks, Func<double, string> Format)
{
    // What a whole axis divides into; more would crowd a narrow screen.
    private const int Steps = 4;

    private static readonly double[] ClockSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400];

    /// <summary>Whether equal distances are equal ratios.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>From nothing to at least a value, in round steps.</summary>
    public static Axis UpTo(double largest, Func<double, string> format, double leastStep = 0)
    {
        var step = Math.Max(RoundStep(Positive(largest) / Steps), leastStep);
        var count = Math.Max(1, (int)Math.Ceiling((Positive(largest) / step) - 1e-9));
        return new(0, count * step, [.. Enumerable.Range(0, count + 1).Select(i => i * step)], format);
    }

    /// <summary>From nothing to at least a number of bytes, in steps that are round in steps of 1,024.</summary>
    public static Axis UpToBytes(double largest)
    {
        var unit = Math.Pow(1024, Math.Floor(Math.Log(Positive(largest), 1024)));
        var scaled = UpTo(Positive(largest) / unit, Figures.Real);
        return scaled with { Maximum = scaled.Maximum * unit, Ticks = [.. scaled.Ticks.Select(tick => tick * unit)], Format = value => value == 0 ? "0" : Figures.Bytes(value) };
    }

    /// <summary>Shares from none to all.</summary>
    public static Axis Shares { get; } = new(0, 1, [0, 0.25, 0.5, 0.75, 1], Figures.Share);

    /// <summary>Seconds from nothing to exactly an end.</summary>
    public static Axis Clock(TimeSpan end)
    {
        var seconds = Positive(end.TotalSeconds);
        var ideal = seconds / (Steps + 1);
        var step = ideal <= 1 ? RoundStep(ideal) : Array.Find(ClockSteps, candidate => candidate >= ideal);
        step = step > 0 ? step : RoundStep(ideal / 86400) * 86400;
        return new(0, seconds, [.. Enumerable.Range(0, (int)(seconds / step) + 1).Select(i => i * step)], value => Clock(value, step));
    }

    /// <summary>Positive values over many orders of magnitude; at least one, so that there are ticks.</summary>
    public static Axis Logarithmic(double smallest, double largest, Func<double, string> format)
    {
        if (largest < smallest * 10)
        {
            var middle = Math.Sqrt(smallest * largest);
            (smallest, largest) = (middle / Math.Sqrt(10), middle * Math.Sqrt(10));
        }

        var decades = Enumerable.Range((int)Math.Floor(Math.Log10(smallest)), 2 + (int)Math.Ceiling(Math.Log10(largest / smallest)));
        var fine = decades.SelectMany(decade => new[] { 1.0, 2, 5 }.Select(step => step * Math.Pow(10, decade)));
        double[] ticks = [.. fine.Where(tick => tick >= smallest && tick <= largest)];
        if (ticks.Length > Steps + 2)
        {
            ticks = [.. ticks.Where(tick => Math.Abs(Math.Log10(tick) - Math.Round(Math.Log10(tick))) < 0.01)];
        }

        var every = ((ticks.Length - 1) / (Steps + 2)) + 1;
        return new(smallest, largest, [.. ticks.Where((_, i) => i % every == 0)], format) { IsLogarithmic = true };
    }

    /// <summary>Where a value lies, 0 to 1.</summary>
    public double Position(double value)
        => Math.Clamp(
            IsLogarithmic
                ? Math.Log(Math.Max(value, Minimum) / Minimum) / Math.Log(Maximum / Minimum)
                : (value - Minimum) / (Maximum - Minimum),
            0,
            1);

    private static double Positive(double value) => double.IsFinite(value) && value > 1e-9 ? value : 1;

    private static double RoundStep(double ideal)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(ideal)));
        return magnitude * (ideal / magnitude) switch
        {
            <= 1.0000001 => 1,
            <= 2.0000001 => 2,
            <= 2.5000001 => 2.5,
            <= 5.0000001 => 5,
            _ => 10,
        };
    }

    private static string Clock(double seconds, double step)
    {
        var time = TimeSpan.FromSeconds(seconds);
        return step switch
        {
            _ when seconds == 0 => "0",
            >= 3600 => $"{(long)time.TotalHours} h",
            >= 60 when seconds >= 3600 => $"{(long)time.TotalHours}:{time.Minutes:00} h",
            >= 60 => $"{(long)time.TotalMinutes} min",
            _ when seconds >= 60 => $"{(long)time.TotalMinutes}:{time.Seconds:00}",
            _ => Figures.Duration(time),
        };
    }
}
