using FastMd.Engine.Documents;

namespace FastMd.Cli.Convert;

/// <summary>Input whose length nobody knows before it ends, which may be never.</summary>
internal static class BoundedInput
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Reads it to its end.</summary>
    /// <param name="input">The input.</param>
    /// <param name="refusalOf">Why input is refused of which that many bytes were read; null where it is not.</param>
    /// <param name="interruption">Ends the wait for more.</param>
    /// <exception cref="DocumentException">It is refused.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream input, Func<long, Diagnostic?> refusalOf, CancellationToken interruption)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferBytes];

        // A read from a terminal or a pipe cannot be taken back.
        while (await input.ReadAsync(buffer, interruption).AsTask().WaitAsync(interruption) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (refusalOf(bytes.Length) is { } refusal)
            {
                throw new DocumentException(refusal);
            }
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
