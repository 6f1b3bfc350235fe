namespace FastMd.Tests.Unit.Cli;

/// <summary>A stream that takes nothing.</summary>
internal sealed class FullStream : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("the disk is full");

    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("the disk is full");
}
