using System.Globalization;

namespace FastMd.Bench;

/// <summary>What one run took.</summary>
/// <param name="Seconds">From before the process was started until it had ended.</param>
/// <param name="ProcessorSeconds">What all its threads used, and all processes it started and waited for.</param>
/// <param name="PeakMegabytes">Largest resident size of it, or of the largest of the processes it started.</param>
internal readonly record struct Measurement(double Seconds, double ProcessorSeconds, double PeakMegabytes)
{
    public static Measurement Parse(string text)
    {
        var figures = text.Split(' ').Select(static part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new(figures[0], figures[1], figures[2]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds} {ProcessorSeconds} {PeakMegabytes}");
}
