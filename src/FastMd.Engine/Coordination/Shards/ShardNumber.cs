using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination.Shards;

/// <summary>Which shard of a job this process does: <c>2/8</c> is the second of eight.</summary>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Total">How many there are.</param>
internal sealed record ShardNumber(int Index, int Total)
{
    /// <summary>The most shards that a job is split into.</summary>
    public const int Most = 10_000;

    private const string Auto = "auto";

    /// <summary>Reads a number: <c>2/8</c>; <c>auto</c>, which is the number that the environment tells; or <c>auto/8</c>, where it tells the index only.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="origin">The option or parameter, for messages.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <exception cref="SettingException">It is no number of a shard, or the environment tells none.</exception>
    public static ShardNumber Parse(string text, string origin, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(variable);
        var (index, total) = text.Split('/') switch
        {
            [var whole] when IsAuto(whole) => (Auto, (string?)null),
            [var first, var second] => (first.Trim(), second.Trim()),
            _ => throw NotAllowed(text, origin),
        };
        int? given = total is null ? null : NumberIn(total) is > 0 and <= Most and var number ? number : throw NotAllowed(text, origin);
        if (IsAuto(index))
        {
            return ShardEnvironment.Read(origin, given, variable);
        }

        return NumberIn(index) is >= 1 and var position && position <= given
            ? new(position, given.Value)
            : throw NotAllowed(text, origin);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Total}");

    /// <summary>A whole number that is written with digits only; null where it is none.</summary>
    internal static int? NumberIn(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsAuto(string text) => text.Trim().Equals(Auto, StringComparison.OrdinalIgnoreCase);

    private static SettingException NotAllowed(string text, string origin) => new(OneLine.Of(
        $"{origin}: '{text}' is no shard; write I/N, such as 2/8 for the second of eight (N is {Most} at most), auto, or auto/N."));
}
