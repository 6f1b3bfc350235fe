using System.Globalization;

namespace FastMd.Bench;

/// <summary>What one run took.</summary>
/// <param name="Seconds">From before the process was started until it had ended.</param>
/// <param name="PeakMegabytes">Largest resident size of it, or of the largest of the processes it started.</param>
internal readonly record struct Measurement(double Seconds, double PeakMegabytes)
{
    public static Measurement Parse(string text)
    {
        var parts = text.Split(' ');
        return new(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds} {PeakMegabytes}");
}
