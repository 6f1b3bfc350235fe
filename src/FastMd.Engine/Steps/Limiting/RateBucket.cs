namespace FastMd.Engine.Steps.Limiting;

/// <summary>
/// A bucket of tokens as two numbers, so that it can be kept anywhere: when it was filled, and how many tokens were taken since. It is filled again, all
/// of it, a period after its first token was taken; tokens of fillings to come can be taken in advance. Times are of any unit and any origin.
/// </summary>
/// <param name="FilledAt">When it was filled, or will be.</param>
/// <param name="Taken">Tokens taken since.</param>
internal readonly record struct RateBucket(long FilledAt, int Taken)
{
    /// <summary>Takes a token.</summary>
    /// <param name="now">The time.</param>
    /// <param name="tokens">Tokens of a filling.</param>
    /// <param name="period">Time between two fillings.</param>
    /// <returns>The bucket without it, and when it may be used: now, or later.</returns>
    public (RateBucket Left, long UsableAt) Take(long now, int tokens, long period)
    {
        var (filledAt, taken) = this;
        if (filledAt < now && (taken == 0 || now - filledAt >= period))
        {
            (filledAt, taken) = (now, 0);
        }
        else if (taken >= tokens)
        {
            (filledAt, taken) = (filledAt + period, 0);
        }

        return (new(filledAt, taken + 1), Math.Max(filledAt, now));
    }

    /// <summary>The bucket when no token may be used before a time: tokens that were taken in advance are lost.</summary>
    /// <param name="until">The time.</param>
    public RateBucket PushedBack(long until) => FilledAt < until ? new(until, 0) : this;
}
