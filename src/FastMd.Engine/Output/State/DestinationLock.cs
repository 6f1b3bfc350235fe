using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.State;

/// <summary>Keeps a destination for one run, by a lock that the system lets go of when the process ends, however it ends.</summary>
internal sealed class DestinationLock : IDisposable
{
    private const string LockName = "lock";
    private const string OwnerName = "owner";

    private readonly SafeFileHandle _lock;
    private readonly string _owner;

    private DestinationLock(SafeFileHandle handle, string owner)
    {
        _lock = handle;
        _owner = owner;
    }

    /// <summary>Whether the file system keeps others out. Some, on the network mostly, do not.</summary>
    public bool IsHonoured { get; private init; }

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">Absolute path of the folder of the state, which exists.</param>
    /// <param name="destination">What messages call the destination.</param>
    /// <exception cref="DestinationInUseException">Another run has it.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static DestinationLock Take(string folder, string destination)
    {
        var path = Path.Combine(folder, LockName);
        var owner = Path.Combine(folder, OwnerName);
        if (TryOpen(path) is not { } handle)
        {
            throw new DestinationInUseException(destination, OwnerOf(owner));
        }

        using var second = TryOpen(path);
        return new(handle, owner) { IsHonoured = second is null };
    }

    /// <summary>The time by the file system's own clock, in ticks of UTC: files written later have no earlier stamp.</summary>
    public long Now()
    {
        File.WriteAllText(_owner, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        return File.GetLastWriteTimeUtc(_owner).Ticks;
    }

    public void Dispose() => _lock.Dispose();

    private static SafeFileHandle? TryOpen(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (taken.GetType() == typeof(IOException) && File.Exists(path))
        {
            return null;
        }
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
