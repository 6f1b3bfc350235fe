using FastMd.Engine.Documents;

namespace FastMd.Engine.Batching;

/// <summary>
/// Whose turn it is where tiers are mixed: each as often as its weight says, evenly spread (smooth weighted round robin). Not thread-safe.
/// </summary>
/// <param name="weights">A weight for each tier; a tier without one has its turn when no other wants it.</param>
internal sealed class TierTurns(IReadOnlyList<int> weights)
{
    private readonly long[] _credit = new long[weights.Count];

    /// <summary>The tier whose turn it is among those that want one; null where none does.</summary>
    public SizeTier? Next(Func<SizeTier, bool> wants)
    {
        int? next = null;
        var total = 0L;
        for (var tier = _credit.Length - 1; tier >= 0; tier--)
        {
            if (!wants((SizeTier)tier))
            {
                continue;
            }

            _credit[tier] += weights[tier];
            total += weights[tier];
            next = next is { } best && _credit[best] >= _credit[tier] ? best : tier;
        }

        if (next is not { } chosen)
        {
            return null;
        }

        _credit[chosen] -= total;
        return (SizeTier)chosen;
    }
}
