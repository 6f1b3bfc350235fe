namespace FastMd.Engine.Batching;

/// <summary>Cancels where an exception must not come back.</summary>
internal static class Cancellations
{
    /// <summary>Cancels. What an executor registered with the token may throw; its try counts for nothing any more, and neither does that.</summary>
    public static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // All callbacks have run by now, whichever threw.
        }
    }
}
