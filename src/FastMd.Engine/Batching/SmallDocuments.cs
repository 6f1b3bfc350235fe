namespace FastMd.Engine.Batching;

/// <summary>How many documents a worker takes at a time.</summary>
internal static class SmallDocuments
{
    // About three milliseconds of work: long enough to amortise taking the batch, short enough to keep the end of the run even.
    public const long BatchBytes = 128 * 1024;

    // Documents with a length of zero still cost a read and a write.
    private const long LeastLength = 2 * 1024;

    private const int MaximumBatch = 64;

    /// <summary>How many, the one in hand included.</summary>
    /// <param name="length">Length of the one in hand, in bytes; those that follow are no larger.</param>
    /// <param name="queued">How many more wait.</param>
    /// <param name="workers">How many workers share them.</param>
    /// <param name="configured">The number the user asks for; 0 where sizes decide.</param>
    public static int BatchCount(long length, int queued, int workers, int configured)
    {
        var wanted = configured > 0 ? configured : Math.Min(MaximumBatch, BatchBytes / Math.Max(length, LeastLength));

        // Leave enough documents in the queue for the other workers.
        var fair = queued / (2L * workers);
        return (int)Math.Clamp(Math.Min(wanted, fair), 1, int.MaxValue);
    }
}
