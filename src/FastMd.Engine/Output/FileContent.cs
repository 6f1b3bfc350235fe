using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output;

/// <summary>Writes to open files. What the system refuses is an <see cref="IOException"/>, whatever the runtime makes of it.</summary>
internal static class FileContent
{
    /// <summary>The number by which Unix says that a file may not grow so large.</summary>
    public const int TooLarge = 27;

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    public static void Write(SafeFileHandle file, ReadOnlySpan<byte> content, long offset)
    {
        try
        {
            RandomAccess.Write(file, content, offset);
        }
        catch (ArgumentOutOfRangeException tooLarge)
        {
            throw new IOException("No file may be so large here (see ulimit -f, and the limits of the file system).", tooLarge) { HResult = TooLarge };
        }
    }
}
