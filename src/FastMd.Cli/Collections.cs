using System.Runtime;

namespace FastMd.Cli;

/// <summary>The garbage collector's work.</summary>
internal static class Collections
{
    // What a run allocates that finds 3,000 pages unchanged (docs/decisions/0004-startup-settings.md).
    private const long HeldBytes = 48L * 1024 * 1024;

    /// <summary>
    /// Puts collections off until that much was allocated; from then on they come as ever. Does nothing where there is less memory, or where
    /// they are put off already.
    /// </summary>
    public static void Hold()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            return;
        }

        try
        {
            GC.TryStartNoGCRegion(HeldBytes);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The heap may not become that large here.
        }
    }
}
