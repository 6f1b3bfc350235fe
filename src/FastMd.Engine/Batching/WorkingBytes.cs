namespace FastMd.Engine.Batching;

/// <summary>What a document is expected to need while it is converted.</summary>
internal static class WorkingBytes
{
    // Measured: text, syntax tree and output of Markdown come to about twenty times the file, plus what the smallest one needs.
    private const int PerByte = 20;
    private const int Fixed = 16 * 1024;

    public static long Estimate(long length) => Fixed + (Math.Min(length, long.MaxValue / (2 * PerByte)) * PerByte);
}
