using System.Buffers.Text;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>The source map that JavaScript ends with, as a comment.</summary>
internal static class SourceMapComment
{
    /// <summary>Tells the program from its source map.</summary>
    /// <param name="program">The program in UTF-8.</param>
    /// <returns>The program without the comment, and the source map as JSON; empty where there is none.</returns>
    public static (ReadOnlyMemory<byte> Code, ReadOnlyMemory<byte> Map) Split(ReadOnlyMemory<byte> program)
    {
        var head = "//# sourceMappingURL=data:application/json;charset=utf-8;base64,"u8;
        var text = program.Span;
        var start = text.TrimEnd("\n"u8).LastIndexOf((byte)'\n') + 1;
        var line = text[start..].TrimEnd("\n"u8);
        if (!line.StartsWith(head))
        {
            return (program, default);
        }

        var encoded = line[head.Length..];
        var map = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        Base64.DecodeFromUtf8(encoded, map, out _, out var length);
        return (program[..start], map.AsMemory(0, length));
    }
}
