using System.Runtime.InteropServices;

namespace FastMd.Cli.Serve;

/// <summary>
/// Watches whether somebody still reads standard output. A client that dies ends its side of standard input too, but so does one that has said
/// all and waits for its answers. Only Linux tells; elsewhere the next answer does.
/// </summary>
internal static partial class ReaderWatch
{
    private const int StandardOutput = 1;
    private const short Failed = 0x8;
    private const short HungUp = 0x10;
    private const int Interrupted = 4;
    private const int StackBytes = 128 * 1024;

    /// <summary>Begins to watch.</summary>
    /// <param name="onGone">Called when nobody reads any more.</param>
    public static void Begin(Action onGone)
    {
        if (OperatingSystem.IsLinux())
        {
            new Thread(() => Wait(onGone), StackBytes) { IsBackground = true, Name = "FastMd reader watch" }.Start();
        }
    }

    private static void Wait(Action onGone)
    {
        // Nothing is asked for but what is told unasked: errors, and that the other side hung up.
        var file = new PollFile { Descriptor = StandardOutput };
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
