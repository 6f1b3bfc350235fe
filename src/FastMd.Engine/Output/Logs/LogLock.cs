using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.Logs;

/// <summary>
/// The lock that a process takes for as long as it appends to logs, thousands of times in a job. On Linux its file stays open, which saves opening and closing
/// it each time.
/// </summary>
/// <param name="path">Absolute path of the file that is locked: nothing else is done with it.</param>
/// <param name="time">The clock.</param>
internal sealed partial class LogLock(string path, TimeProvider time) : IDisposable
{
    private const int Exclusive = 2;
    private const int AtOnce = 4;
    private const int Unlock = 8;
    private const int Interrupted = 4;

    private SafeFileHandle? _open;
    private SafeFileHandle? _taken;

    /// <summary>Takes the lock, and waits for it at most so long; false where it was not to be had.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "No signal comes from another process that its lock is free.")]
    public bool Take(TimeSpan patience)
    {
        var began = time.GetTimestamp();
        for (var tries = 0; !TryTake(); tries++)
        {
            if (time.GetElapsedTime(began) > patience)
            {
                return false;
            }

            // Whoever has it writes a few records. The processor is given to them first; then a millisecond is waited at a time.
            Thread.Sleep(tries < 2 ? 0 : 1);
        }

        return true;
    }

    /// <summary>Gives it back.</summary>
    public void Release()
    {
        if (_taken is { } taken)
        {
            _taken = null;
            taken.Dispose();
        }
        else
        {
            _ = Lock(_open!, Unlock);
        }
    }

    public void Dispose() => _open?.Dispose();

    private bool TryTake()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (_taken = FileLock.TryTake(path)) is not null;
        }

        if (_open is null)
        {
            if (FileLock.TryTake(path, isShared: true) is not { } open)
            {
                return false;
            }

            // The lock that the runtime takes to open it would keep all others out for good.
            _ = Lock(open, Unlock);
            _open = open;
        }

        int result;
        do
        {
            result = Lock(_open, Exclusive | AtOnce);
        }
        while (result != 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return result == 0;
    }

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);
}
