using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>Makes messages into strings, each thread in a buffer that it uses again.</summary>
internal static class MessageText
{
    private const int UsualLength = 512;
    private const int MostKept = 16 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<char>? _buffer;

    /// <summary>The message alone.</summary>
    public static string Of(Diagnostic diagnostic)
    {
        var buffer = Take();
        diagnostic.WriteMessage(buffer);
        return Text(buffer);
    }

    /// <summary>The message between a place and its code.</summary>
    public static string Of(Diagnostic diagnostic, string place)
    {
        var buffer = Take();
        buffer.Write(place);
        diagnostic.WriteMessage(buffer);
        buffer.Write(" [");
        buffer.Write(diagnostic.Code);
        buffer.Write("]");
        return Text(buffer);
    }

    private static ArrayBufferWriter<char> Take()
    {
        var buffer = _buffer ?? new(UsualLength);
        _buffer = null;
        return buffer;
    }

    private static string Text(ArrayBufferWriter<char> buffer)
    {
        var text = buffer.WrittenSpan.ToString();
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            _buffer = buffer;
        }

        return text;
    }
}
