using FastMd.Engine.Resources;

namespace FastMd.Parallel.Soaking;

/// <summary>A machine whose state is a matter of luck.</summary>
internal sealed class MoodyProbe(int seed) : IMachineProbe
{
    private const long GigaByte = 1024L * 1024 * 1024;

    private readonly Random _random = new(seed);

    public MachineLimits Limits { get; } = new(Processors: 2, CpuQuota: null, MemoryBytes: 8 * GigaByte, CgroupMemoryBytes: null);

    public PressureReading Read() => new(
        Cpu: _random.NextDouble(),
        IoWait: _random.NextDouble(),
        MemoryUsed: _random.NextDouble(),
        MemoryStall: _random.Next(4) == 0 ? _random.NextDouble() : 0,
        GcLoad: _random.NextDouble(),
        FreeBytes: _random.Next(3) == 0 ? 0 : 4 * GigaByte,
        ResidentBytes: 0);
}
