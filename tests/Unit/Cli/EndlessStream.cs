namespace FastMd.Tests.Unit.Cli;

/// <summary>A stream that has always more to read.</summary>
internal sealed class EndlessStream : MemoryStream
{
    public long BytesRead { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        buffer.Span.Fill((byte)'y');
        BytesRead += buffer.Length;
        return new(buffer.Length);
    }
}
