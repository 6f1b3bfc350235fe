namespace FastMd.Engine.Pipeline;

/// <summary>Cancels a token source and swallows exceptions of its callbacks.</summary>
internal static class Cancellations
{
    /// <summary>
    /// Cancels. Callbacks that an executor registered with the token may throw; the attempt no longer counts, and neither does the exception.
    /// </summary>
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
