namespace FastMd.Engine.Batching;

/// <summary>Wakes workers that wait for a document. Tests put their own in its place, to decide who wakes when.</summary>
/// <param name="gate">The lock that is held at every call.</param>
internal class Bell(object gate)
{
    public virtual void RingOne() => Monitor.Pulse(gate);

    public virtual void RingAll() => Monitor.PulseAll(gate);

    public virtual void Wait() => Monitor.Wait(gate);
}
