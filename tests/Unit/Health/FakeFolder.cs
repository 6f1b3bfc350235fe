using FastMd.Engine.Health;

namespace FastMd.Tests.Unit.Health;

/// <summary>A folder on a disk of the test's choice; nothing is wrong with it unless the test says so.</summary>
internal sealed class FakeFolder(string path = "/site") : IProbeFolder
{
    public string Path => path;

    public string? WriteFailure { get; init; }

    public bool Locks { get; init; } = true;

    public bool CaseMatters { get; init; } = true;

    public long? Free { get; init; } = 10L << 30;

    public bool HonoursLocks() => WriteFailure is null ? Locks : throw new InvalidOperationException("Nothing can be tried here.");

    public bool DistinguishesCase() => WriteFailure is null ? CaseMatters : throw new InvalidOperationException("Nothing can be tried here.");

    public long? FreeBytes() => Free;
}
