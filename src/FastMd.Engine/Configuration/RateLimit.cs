using System.Globalization;

namespace FastMd.Engine.Configuration;

/// <summary>
/// How often something outside may be called: a bucket of tokens, one for each call, that is filled again a period after the first of them was taken.
/// </summary>
/// <param name="Tokens">Calls a period.</param>
/// <param name="Period">The period.</param>
/// <param name="Concurrency">Calls at once.</param>
internal sealed record RateLimit(int Tokens, TimeSpan Period, int Concurrency)
{
    // More calls than anybody makes in an hour, and few enough to count.
    private const int MostTokens = 1_000_000;

    private static readonly (string Name, TimeSpan Period)[] Units =
        [("s", TimeSpan.FromSeconds(1)), ("min", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1))];

    /// <summary>Any number of calls.</summary>
    public static RateLimit None { get; } = new(int.MaxValue, TimeSpan.Zero, int.MaxValue);

    /// <summary>What services allow who do not pay: one call a minute, one at a time.</summary>
    public static RateLimit Free { get; } = new(1, TimeSpan.FromMinutes(1), 1);

    /// <summary>What services allow who pay: five calls at once, two seconds before the next five.</summary>
    public static RateLimit Paid { get; } = new(5, TimeSpan.FromSeconds(2), 5);

    /// <summary>The limit as a person writes it.</summary>
    public override string ToString()
        => this == None ? "none" : this == Free ? "free" : this == Paid ? "paid"
            : string.Create(CultureInfo.InvariantCulture, $"{Tokens}/{Array.Find(Units, unit => unit.Period == Period).Name}");

    /// <summary>Reads a limit: a preset, or a number of calls a second, a minute or an hour, such as <c>10/min</c>.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <returns>The limit; null where it is none.</returns>
    public static RateLimit? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().ToLowerInvariant() switch
        {
            "none" => None,
            "free" => Free,
            "paid" => Paid,
            var rate => ParseRate(rate),
        };
    }

    private static RateLimit? ParseRate(string rate)
        => rate.Split('/', StringSplitOptions.TrimEntries) is [var count, var name]
            && Array.Find(Units, unit => unit.Name == name) is { Name: not null } unit
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens)
            && tokens is > 0 and <= MostTokens
                ? new(tokens, unit.Period, tokens)
                : null;
}
