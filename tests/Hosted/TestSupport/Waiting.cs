namespace FastMd.Tests.Hosted.TestSupport;

/// <summary>Waiting for what other threads do.</summary>
internal static class Waiting
{
    /// <summary>A bound that only keeps a failing test from hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Waits until something is so; fails the test where it does not come to be.</summary>
    public static void Until(Func<bool> condition, string what)
        => Assert.True(SpinWait.SpinUntil(condition, Patience), $"Not within {Patience.TotalMinutes} minutes: {what}.");
}
