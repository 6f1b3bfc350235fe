using FastMd.Engine.Documents;

namespace FastMd.Engine.Batching;

/// <summary>
/// The size tiers and their limits. Limits are permits within the one queue: a tier at its limit is skipped, and another document takes its turn.
/// </summary>
public sealed record TierTable
{
    private const long MegaByte = 1024 * 1024;

    /// <summary>Tiers there are.</summary>
    public static readonly int Count = Enum.GetValues<SizeTier>().Length;

    /// <summary>Megabytes from which each tier but the first begins, ascending.</summary>
    public IReadOnlyList<int> BoundsMB { get; init; } = [1, 10, 50, 200];

    /// <summary>How many documents of each tier may be converted at once; 0 means any number.</summary>
    public IReadOnlyList<int> Limits { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>Time limit of each tier in seconds; 0 where it has none of its own.</summary>
    public IReadOnlyList<int> TimeLimitSeconds { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>Whether any tier has a limit.</summary>
    internal bool HasLimits
    {
        get
        {
            foreach (var limit in Limits)
            {
                if (limit > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The tier of a document of that length in bytes.</summary>
    public SizeTier Of(long length)
    {
        var tier = 0;
        while (tier < BoundsMB.Count && length >= BoundsMB[tier] * MegaByte)
        {
            tier++;
        }

        return (SizeTier)tier;
    }
}
