namespace FastMd.Engine.Resources;

/// <summary>A platform that only the runtime knows anything about.</summary>
internal sealed class UnknownMachine : IMachine, ICpuClock
{
    public MachineLimits Limits { get; } = new(Environment.ProcessorCount, null, RuntimeMemory.TotalBytes, null);

    public ICpuClock Processors => this;

    public ICpuClock? Quota => null;

    public CpuTicks? Read() => null;

    public MemoryState ReadMemory() => default;
}
