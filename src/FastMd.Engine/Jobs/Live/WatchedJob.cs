using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Jobs.Live;

/// <summary>A job for those who watch it from outside of its processes.</summary>
/// <param name="told">What its processes told.</param>
/// <param name="time">The clock.</param>
internal sealed class WatchedJob(Func<IEnumerable<LiveReport>> told, TimeProvider time) : ILiveSource
{
    private readonly Hearing _hearing = new(time);
    private volatile string? _shown;

    /// <inheritdoc/>
    public LiveReport? Read()
    {
        var job = JoinedLive.Of(told(), _hearing, _shown);
        _shown = job?.Job;
        return job;
    }
}
