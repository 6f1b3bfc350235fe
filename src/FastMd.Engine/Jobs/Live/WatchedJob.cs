using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Jobs.Live;

/// <summary>A job for those who watch it from outside of its processes.</summary>
/// <param name="told">What its processes told.</param>
/// <param name="time">The clock.</param>
internal sealed class WatchedJob(Func<IEnumerable<LiveReport>> told, TimeProvider time) : ILiveSource
{
    private readonly Hearing _hearing = new(time);

    /// <inheritdoc/>
    public LiveReport? Read() => JoinedLive.Of(told(), _hearing);
}
