namespace FastMd.Engine.Resources.Mac;

/// <summary>macOS. It does not say how long processors waited for I/O, nor how long tasks waited for memory.</summary>
internal sealed class MacMachine : IMachine, ICpuClock
{
    public MachineLimits Limits { get; } = new(
        Environment.ProcessorCount, null, LibSystem.PhysicalMemory() ?? RuntimeMemory.TotalBytes, null);

    public ICpuClock Processors => this;

    public ICpuClock? Quota => null;

    public CpuTicks? Read() => LibSystem.CpuTicks() is [var user, var system, var idle, var nice]
        ? new((long)user + system + nice, (long)user + system + nice + idle)
        : null;

    public MemoryState ReadMemory() => LibSystem.MemoryPages() is [var free, _, var inactive, ..]
        ? MemoryState.Of(((long)free + inactive) * Environment.SystemPageSize, Limits.MemoryBytes)
        : default;
}
