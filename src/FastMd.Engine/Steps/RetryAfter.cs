using System.Globalization;

namespace FastMd.Engine.Steps;

/// <summary>The pause that a service asks for, as HTTP writes it: seconds, or a date.</summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After:";

    // A day: more is a mistake, and a number that overflows is no pause at all.
    private const double MostSeconds = 86_400;

    /// <summary>Reads the value of the header.</summary>
    /// <param name="value">The value.</param>
    /// <param name="now">The time of day.</param>
    /// <returns>The pause; null where the value is none.</returns>
    public static TimeSpan? Parse(string value, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = value.Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, MostSeconds));
        }

        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? TimeSpan.FromSeconds(Math.Clamp((date - now).TotalSeconds, 0, MostSeconds))
            : null;
    }

    /// <summary>Finds the header among lines; the last one counts. A client that shows the answer's headers may put <c>&lt;</c> before them.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="now">The time of day.</param>
    /// <returns>The pause; null where no line asks for one.</returns>
    public static TimeSpan? Find(IEnumerable<string> lines, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lines);
        TimeSpan? found = null;
        foreach (var line in lines)
        {
            var text = line.TrimStart('<', ' ', '\t');
            if (text.StartsWith(Header, StringComparison.OrdinalIgnoreCase) && Parse(text[Header.Length..], now) is { } pause)
            {
                found = pause;
            }
        }

        return found;
    }
}
