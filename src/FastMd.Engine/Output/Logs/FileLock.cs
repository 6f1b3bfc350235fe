using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.Logs;

/// <summary>Locks of the operating system on files: gone when the process that has one ends, however it ends.</summary>
internal static class FileLock
{
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockElsewhere = 35;

    /// <summary>Takes the lock on a file, which is made where it is not there; null where another process, or another handle of this one, has it.</summary>
    /// <param name="path">Absolute path of the file: one that nothing else is done with, because opening it takes a lock, too.</param>
    /// <param name="isShared">Whether others may have it at the same time that share it, too.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static SafeFileHandle? TryTake(string path, bool isShared = false)
    {
        try
        {
            return isShared
                ? File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                : File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return null;
        }
    }

    /// <summary>Whether somebody has the lock on a file. Two who look at the same time do not take each other for its owner.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static bool IsHeld(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return true;
        }
    }

    // The system's own number of the failure: on a disk that is read-only nobody has a lock.
    private static bool IsTaken(IOException failure) => (failure.HResult & 0xFFFF) is var number
        && (OperatingSystem.IsWindows() ? number is SharingViolation or LockViolation
            : number == (OperatingSystem.IsLinux() ? WouldBlockOnLinux : WouldBlockElsewhere));
}
