using FastMd.Engine.Reports.Live;

namespace FastMd.Tests.Unit.Dashboard;

/// <summary>A job that says what it is told to, and counts how often it is asked.</summary>
internal sealed class FakeJob : ILiveSource
{
    private volatile LiveReport? _now;
    private int _reads;

    public LiveReport? Now
    {
        get => _now;
        set => _now = value;
    }

    public int Reads => Volatile.Read(ref _reads);

    public LiveReport? Read()
    {
        Interlocked.Increment(ref _reads);
        return _now;
    }
}
