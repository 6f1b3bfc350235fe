using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>
/// What binds a state to the folder it was written in: the identity of the lock beside it, which is made once and never written to. Whoever
/// puts a state there, by a commit or from an archive, cannot know which file the system will make of the lock, and when.
/// </summary>
internal static class StateSeal
{
    /// <summary>The seal of the states of a destination; null where there is no lock yet.</summary>
    public static ContentHash? Of(string destination)
    {
        var path = StateFolder.LockOf(destination);
        if (OperatingSystem.IsLinux() && LinuxFileStatus.TryReadIdentity(path, out var identity, out _))
        {
            return ContentHash.Of(identity);
        }

        var file = new FileInfo(path);
        return file.Exists ? ContentHash.Of($"{file.CreationTimeUtc.Ticks} {file.LastWriteTimeUtc.Ticks}") : null;
    }
}
