using FastMd.Engine.Rpc.Wire;

namespace FastMd.Tests.Unit.Rpc;

public class SpoolBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SpoolBuffer.MemoryBytes)]
    [InlineData(SpoolBuffer.MemoryBytes + 1)]
    [InlineData((3 * SpoolBuffer.MemoryBytes) + 7)]
    public async Task What_was_added_comes_out(int length)
    {
        var bytes = Bytes(length);
        using var buffer = new SpoolBuffer();
        foreach (var piece in bytes.Chunk(70_001))
        {
            buffer.Append(piece);
        }

        var copy = new byte[length];
        buffer.CopyTo(copy);
        using var stream = new MemoryStream();
        await buffer.CopyToAsync(async piece => await stream.WriteAsync(piece));

        Assert.Equal(length, buffer.Length);
        Assert.Equal(bytes, copy);
        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public void One_large_piece_comes_out()
    {
        var bytes = Bytes(2 * SpoolBuffer.MemoryBytes);
        using var buffer = new SpoolBuffer();
        buffer.Append([1, 2]);
        buffer.Append(bytes);
        buffer.Append([3]);

        var copy = new byte[bytes.Length + 3];
        buffer.CopyTo(copy);

        Assert.Equal([1, 2, .. bytes, 3], copy);
    }

    [Fact]
    public void It_can_be_used_anew()
    {
        using var buffer = new SpoolBuffer();
        buffer.Append(Bytes(2 * SpoolBuffer.MemoryBytes));
        buffer.Clear();
        buffer.Append([7]);

        var copy = new byte[1];
        buffer.CopyTo(copy);

        Assert.Equal(1, buffer.Length);
        Assert.Equal([7], copy);
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
