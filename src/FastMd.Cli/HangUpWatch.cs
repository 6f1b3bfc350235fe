using System.Runtime.InteropServices;

namespace FastMd.Cli;

/// <summary>
/// Watches whether the other side of a standard stream is still there, without reading or writing. Only Linux tells; elsewhere the next read or write
/// does.
/// </summary>
internal static partial class HangUpWatch
{
    /// <summary>Number of standard input.</summary>
    public const int StandardInput = 0;

    /// <summary>Number of standard output.</summary>
    public const int StandardOutput = 1;

    private const short Failed = 0x8;
    private const short HungUp = 0x10;
    private const int Interrupted = 4;
    private const int StackBytes = 128 * 1024;

    /// <summary>Begins to watch.</summary>
    /// <param name="stream">Number of the stream.</param>
    /// <param name="onGone">Called when the other side is gone.</param>
    public static void Begin(int stream, Action onGone)
    {
        if (OperatingSystem.IsLinux())
        {
            new Thread(() => Wait(stream, onGone), StackBytes) { IsBackground = true, Name = "FastMd hang-up watch" }.Start();
        }
    }

    private static void Wait(int stream, Action onGone)
    {
        // Nothing is asked for but what is told unasked: errors, and that the other side hung up.
        var file = new PollFile { Descriptor = stream };
        int result;
        do
        {
            result = Poll(ref file, 1, Timeout.Infinite);
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == Interrupted);

        if (result > 0 && (file.Returned & (Failed | HungUp)) != 0)
        {
            onGone();
        }
    }

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollFile files, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollFile
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
