using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.State;

/// <summary>The lock on a destination for one run. The system releases it when the process ends, however it ends.</summary>
internal sealed class DestinationLock : IDisposable
{
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockElsewhere = 35;

    private readonly SafeFileHandle _lock;
    private readonly SafeFileHandle _owner;

    private DestinationLock(SafeFileHandle handle, SafeFileHandle owner)
    {
        _lock = handle;
        _owner = owner;
    }

    /// <summary>Whether the file system keeps others out. Some, on the network mostly, do not.</summary>
    public bool IsHonoured { get; private init; }

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">Absolute path of the folder of the state, which exists.</param>
    /// <param name="destination">Name of the destination in messages.</param>
    /// <exception cref="DestinationInUseException">Another run has it.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static DestinationLock Acquire(string folder, string destination)
    {
        var path = Path.Combine(folder, StateFolder.LockName);
        var owner = Path.Combine(folder, StateFolder.OwnerName);
        if (TryOpen(path) is not { } handle)
        {
            throw new DestinationInUseException(destination, OwnerOf(owner));
        }

        try
        {
            using var second = TryOpen(path);

            // Open to the end: what its path leads to by then may be another file.
            return new(handle, File.OpenHandle(owner, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { IsHonoured = second is null };
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The time by the file system's own clock, in ticks of UTC: files written later have no earlier stamp.</summary>
    public long Now()
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        RandomAccess.SetLength(_owner, text.Length);
        FileContent.Write(_owner, text, 0);
        return File.GetLastWriteTimeUtc(_owner).Ticks;
    }

    public void Dispose()
    {
        _owner.Dispose();
        _lock.Dispose();
    }

    private static SafeFileHandle? TryOpen(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return null;
        }
    }

    // The system's own number of the failure: on a disk that is read-only nobody is writing.
    private static bool IsTaken(IOException failure) => (failure.HResult & 0xFFFF) is var number
        && (OperatingSystem.IsWindows() ? number is SharingViolation or LockViolation
            : number == (OperatingSystem.IsLinux() ? WouldBlockOnLinux : WouldBlockElsewhere));

    private static string? OwnerOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Another run is writing to the destination.</summary>
public sealed class DestinationInUseException : Exception
{
    internal DestinationInUseException(string destination, string? owner)
        : base($"Another run is writing to '{destination}'{(owner is null ? "" : $": {owner}")}. Wait for it to end, or choose another destination.")
    {
    }
}
