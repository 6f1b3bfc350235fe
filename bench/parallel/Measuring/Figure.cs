using System.Globalization;

namespace FastMd.Parallel.Measuring;

/// <summary>A figure, what it should be, and what it must be.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Measured">The measurements.</param>
/// <param name="Target">What it should be; null where it only informs.</param>
/// <param name="Bound">What even a busy machine must reach; null where there is no telling.</param>
/// <param name="HigherIsBetter">Which way is better.</param>
/// <param name="Unit">Its unit, if any.</param>
internal sealed record Figure(string Name, Samples Measured, double? Target, double? Bound, bool HigherIsBetter, string Unit = "")
{
    /// <summary>Whether the best round stays within the bound.</summary>
    public bool IsWithinBound => Bound is not { } bound || IsAsGoodAs(Measured.Best, bound);

    private string Verdict => !IsWithinBound ? "**regressed**"
        : Target is not { } target ? ""
        : IsAsGoodAs(Measured.Median, target) ? "met"
        : IsAsGoodAs(Measured.Best, target) ? "met by the best round"
        : "missed";

    public static Figure AtLeast(string name, Samples measured, double target, double? bound)
        => new(name, measured, target, bound, HigherIsBetter: true);

    public static Figure AtMost(string name, Samples measured, double target, double? bound, string unit = "")
        => new(name, measured, target, bound, HigherIsBetter: false, unit);

    public override string ToString()
        => $"| {Name} | {Text(Measured.Median)} | {Text(Measured.Best)} | {Limit(Target)} | {Limit(Bound)} | {Verdict} |";

    private bool IsAsGoodAs(double measured, double limit) => HigherIsBetter ? measured >= limit : measured <= limit;

    private string Limit(double? limit) => limit is { } value ? (HigherIsBetter ? "≥ " : "≤ ") + Text(value) : "";

    private string Text(double value) => value.ToString(Unit.Length > 0 ? "0" : "0.00", CultureInfo.InvariantCulture) + Unit;
}
