using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>The folder in a destination that is FastMd's own.</summary>
internal static class StateFolder
{
    public const string LockName = "lock";

    /// <summary>Name of the file that says who has the lock.</summary>
    public const string OwnerName = "owner";

    /// <summary>Name of the journal of a job that several processes share.</summary>
    public const string JobName = "job";

    /// <summary>Name of the file that is locked by whoever appends to what several processes append to.</summary>
    public const string JobLockName = "job.lock";

    /// <summary>Name of the file that shows how far such a job is.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Name of the folder in which each of these processes has a file.</summary>
    public const string WorkersName = "workers";

    /// <summary>Name of the folder in which each process of a job tells of itself, for those who watch.</summary>
    public const string LiveName = "live";

    /// <summary>Name of the file that says which shard of a job the destination holds.</summary>
    public const string ShardName = "shard.json";

    private const string StateName = "state";
    private const string IgnoreName = ".gitignore";

    public static string Of(string destination) => Path.Combine(destination, ReservedFolders.State);

    public static string StateOf(string destination) => Path.Combine(destination, ReservedFolders.State, StateName);

    public static string LockOf(string destination) => Path.Combine(destination, ReservedFolders.State, LockName);

    /// <summary>Makes sure it is there. What is in it is nobody's to commit.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <param name="sweeps">Whether what dead runs left is deleted; not while other processes may write there.</param>
    /// <exception cref="IOException">It cannot be made, or what is in it is not FastMd's.</exception>
    public static string Prepare(string destination, bool sweeps = true)
    {
        Check(destination);
        var folder = Of(destination);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            WriteIgnoreFile(Path.Combine(folder, IgnoreName));
        }

        if (sweeps)
        {
            TemporaryFile.SweepDead(folder);
        }

        return folder;
    }

    /// <summary>
    /// Refuses what would have another file read or written, or would never end. A destination may come from a repository, and with it
    /// whatever its authors put there.
    /// </summary>
    /// <exception cref="IOException">Something in it is a link, a file with another name, a pipe or a device.</exception>
    public static void Check(string destination)
    {
        var folder = Of(destination);
        RefuseLink(folder);
        RefuseLink(Path.Combine(folder, WorkersName));
        RefuseLink(Path.Combine(folder, LiveName));
        foreach (var name in (ReadOnlySpan<string>)[StateName, LockName, OwnerName, JobName, JobLockName, ManifestName, ShardName])
        {
            var path = Path.Combine(folder, name);
            RefuseLink(path);
            if (PathKinds.IsSpecial(path))
            {
                throw new IOException($"'{path}' is a pipe, a socket or a device; remove it");
            }

            if (OperatingSystem.IsLinux() && LinuxFileStatus.TryReadIdentity(path, out _, out var names) && names > 1)
            {
                throw new IOException($"'{path}' is a file that has another name too, which could be anything; remove it");
            }
        }
    }

    private static void WriteIgnoreFile(string path)
    {
        try
        {
            File.WriteAllText(path, "*\n");
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process that shares the destination writes it at the same time.
        }
    }

    private static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw new IOException($"'{path}' is a link to '{target}', which could be anything; remove it");
        }
    }
}

/// <summary>
/// The seal that binds a state to the folder it was written in: the identity of the lock file beside it, which is created once and never written to.
/// Nobody who puts a state there, by a commit or from an archive, can predict the identity the file system will give that lock file.
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
