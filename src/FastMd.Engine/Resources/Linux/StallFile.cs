using System.Globalization;

namespace FastMd.Engine.Resources.Linux;

/// <summary>The kernel's pressure stall information: <c>some avg10=3.41 avg60=8.32 avg300=6.08 total=27684</c>, in percent.</summary>
internal static class StallFile
{
    private const string Start = "some avg10=";

    /// <summary>Share of the last ten seconds in which some task was stalled, from 0 to 1.</summary>
    public static double? Some(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        text = text[Start.Length..];
        return double.TryParse(Fields.Take(ref text, ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            ? Math.Min(percent / 100, 1)
            : null;
    }
}
