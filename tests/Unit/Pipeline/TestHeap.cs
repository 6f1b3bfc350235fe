using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Pipeline;

/// <summary>As much memory as the test says.</summary>
internal sealed class TestHeap : ManagedHeap
{
    private long _held;
    private long _garbage;
    private int _collections;

    /// <summary>Bytes that collections do not free.</summary>
    public long Held
    {
        get => Volatile.Read(ref _held);
        set => Volatile.Write(ref _held, value);
    }

    /// <summary>Bytes that the next collection frees.</summary>
    public long Garbage
    {
        get => Volatile.Read(ref _garbage);
        set => Volatile.Write(ref _garbage, value);
    }

    public int Collections => Volatile.Read(ref _collections);

    public override long HeldBytes => Held + Garbage;

    public override void Collect()
    {
        Interlocked.Increment(ref _collections);
        Garbage = 0;
    }
}
