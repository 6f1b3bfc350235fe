using System.Text;

namespace FastMd.Cli;

/// <summary>
/// Standard error with a buffer that takes what is written at once: the runtime's own holds 256 characters, and a tree with thousands of
/// warnings would be as many calls of the system.
/// </summary>
internal static class StandardError
{
    private const int BufferCharacters = 32 * 1024;

    /// <summary>Opens it. Whatever is written goes out by itself.</summary>
    public static TextWriter Open()
    {
        var encoding = Console.OutputEncoding;
        return TextWriter.Synchronized(new StreamWriter(
            Console.OpenStandardError(), encoding.Preamble.IsEmpty ? encoding : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferCharacters)
        {
            AutoFlush = true,
        });
    }
}
