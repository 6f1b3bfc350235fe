namespace FastMd.Engine.Telemetry;

/// <summary>
/// The meter of the process, named <c>FastMd</c>: all batches record into it, and its gauges are the sums over those that are running.
/// While nobody listens, recording costs a few nanoseconds and allocates nothing.
/// </summary>
internal static class FastMdMeter
{
    /// <summary>The meter's name, by which a listener asks for it.</summary>
    public const string Name = "FastMd";

    private static readonly RunningBatches Batches = new(FastMdTelemetry.Open);
    private static readonly object Gate = new();

    private static volatile Instruments? _instruments;

    /// <summary>Whether anybody listens to what <see cref="Record"/> records: where not, nothing need be put together for it.</summary>
    public static bool IsEnabled => _instruments is { HearDocuments: true };

    /// <summary>Makes a batch count in the gauges until what is returned is disposed.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="time">The clock: the meter and the source of spans are made, if they were not, once the batch has lasted for a second.</param>
    public static IDisposable Register(IBatchGauges batch, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(time);
        return Batches.Add(batch, time);
    }

    /// <summary>A document has its outcome.</summary>
    public static void Record(in DocumentMeasurement document) => _instruments?.Record(document);

    /// <summary>A cache had the answer.</summary>
    /// <param name="cache">Which cache, such as <c>build_state</c>.</param>
    public static void CacheHit(string cache) => _instruments?.CacheHit(cache);

    /// <summary>A cache did not have the answer.</summary>
    /// <param name="cache">Which cache, such as <c>build_state</c>.</param>
    public static void CacheMiss(string cache) => _instruments?.CacheMiss(cache);

    internal static void Open()
    {
        lock (Gate)
        {
            _instruments ??= new(Batches);
        }
    }
}

/// <summary>
/// Whether there are a meter and a source of spans at all. To make them costs a process some twenty milliseconds, a good part of what
/// converting a page takes; so they are made when somebody asks, or once a batch has lasted for a second: nobody outside the process
/// gets to listen sooner.
/// </summary>
public static class FastMdTelemetry
{
    /// <summary>Makes the meter and the source. A listener inside the process calls it before the batches it wants to hear of.</summary>
    public static void Open()
    {
        FastMdMeter.Open();
        FastMdActivities.Open();
    }
}

/// <summary>The version of the engine.</summary>
internal static class EngineVersion
{
    public static string Text { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);
}
