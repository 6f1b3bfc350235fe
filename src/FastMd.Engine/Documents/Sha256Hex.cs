using System.Security.Cryptography;

namespace FastMd.Engine.Documents;

/// <summary>SHA-256 as text: 64 hexadecimal digits.</summary>
internal static class Sha256Hex
{
    /// <summary>The digest of a content.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Text(hash);
    }

    /// <summary>A digest as text.</summary>
    public static string Text(ReadOnlySpan<byte> hash) => Convert.ToHexString(hash).ToLowerInvariant();
}
