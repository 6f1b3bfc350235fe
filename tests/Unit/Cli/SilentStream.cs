namespace FastMd.Tests.Unit.Cli;

/// <summary>A terminal nobody types at: it has nothing to read, never ends, and hears of no cancellation.</summary>
internal sealed class SilentStream : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(new TaskCompletionSource<int>().Task);
}
