using System.Globalization;

namespace FastMd.Peers.Mdx;

/// <summary>What converting all pages once took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of all threads of the process.</param>
/// <param name="Characters">Characters written.</param>
internal readonly record struct MdxPass(double Seconds, double ProcessorSeconds, long Characters)
{
    public static MdxPass Parse(string text)
    {
        var parts = text.Split(' ');
        return new(
            double.Parse(parts[0], CultureInfo.InvariantCulture),
            double.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds} {ProcessorSeconds} {Characters}");
}
