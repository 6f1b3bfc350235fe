using System.Globalization;
using System.Text;
using FastMd.Engine.Output.Logs;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The lock on a destination: for one run that has it to itself, or for processes that share a job there. The system releases it when the process
/// ends, however it ends.
/// </summary>
internal sealed class DestinationLock : IDisposable
{
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
    /// <param name="isShared">Whether it is shared with others that share it, too.</param>
    /// <exception cref="DestinationInUseException">Another run has it.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static DestinationLock Acquire(string folder, string destination, bool isShared = false)
    {
        var path = Path.Combine(folder, StateFolder.LockName);
        var owner = Path.Combine(folder, StateFolder.OwnerName);
        if (FileLock.TryTake(path, isShared) is not { } handle)
        {
            throw new DestinationInUseException(destination, OwnerOf(owner));
        }

        try
        {
            using var second = FileLock.TryTake(path);

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
