using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>Makes messages into strings, each thread in a buffer that it uses again.</summary>
internal static class MessageText
{
    private const int UsualLength = 512;
    private const int MostKept = 16 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<char>? _buffer;

    /// <summary>The message as a string.</summary>
    public static string Of(IMessage message)
    {
        var buffer = _buffer ?? new(UsualLength);
        _buffer = null;
        message.WriteTo(buffer);
        var text = buffer.WrittenSpan.ToString();
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            _buffer = buffer;
        }

        return text;
    }
}
