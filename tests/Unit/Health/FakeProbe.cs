using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Health;

/// <summary>A machine with two processors and 4 GB, half of it free.</summary>
internal sealed class FakeProbe : IMachineProbe
{
    public MachineLimits Limits { get; } = new(2, null, 4L << 30, null, 2);

    public PressureReading Read() => new() { FreeBytes = 2L << 30 };
}
