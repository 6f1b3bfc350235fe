using FastMd.Engine.Resources.Linux;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>Tells folders in which several processes cannot share a job, because locks there do not hold between them.</summary>
internal static class SharableFolder
{
    private const string Advice = "Use a local disk, or give each process its share with --shard and join the outputs with fastmd merge.";

    // On these, locks are kept by each machine for itself, by a server that may forget them, or not at all.
    private static readonly string[] Types = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "drvfs", "vboxsf", "prl_fs", "vmhgfs", "afs", "ceph", "glusterfs", "lustre", "ocfs2", "gfs2"];

    /// <summary>What is wrong with a folder; null where nothing is known to be.</summary>
    /// <param name="folder">Absolute path of the folder, which exists.</param>
    public static string? ProblemWith(string folder)
        => OperatingSystem.IsLinux() ? ProblemWith(folder, Mount.All(new("/")))
            : IsOnNetwork(folder) ? $"'{folder}' is on a network drive, where locks do not hold for sure. {Advice}"
            : null;

    /// <summary>What is wrong with a folder by the file system it is on.</summary>
    internal static string? ProblemWith(string folder, IReadOnlyList<Mount> mounts)
    {
        // Of several mounts at one place the last one counts.
        var mount = mounts.Where(mount => IsUnder(folder, mount.Point)).Reverse().MaxBy(static mount => mount.Point.Length);
        return mount is not null && (Types.Contains(mount.Type) || mount.Type == "fuse" || mount.Type.StartsWith("fuse.", StringComparison.Ordinal))
            ? $"'{folder}' is on a file system of type {mount.Type}, where locks do not hold between machines. {Advice}"
            : null;
    }

    /// <summary>What is wrong where a lock was tried, and did not hold.</summary>
    public static string LocksAreIgnored(string folder)
        => $"The file system of '{folder}' does not keep locks, or they are turned off (DOTNET_SYSTEM_IO_DISABLEFILELOCKING). {Advice}";

    private static bool IsUnder(string folder, string point)
        => point.Length == 0 || folder == point || (folder.StartsWith(point, StringComparison.Ordinal) && folder[point.Length] == '/');

    private static bool IsOnNetwork(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            return false;
        }

        var root = Path.GetPathRoot(folder)!;
        return root.StartsWith(@"\\", StringComparison.Ordinal) || new DriveInfo(root).DriveType == DriveType.Network;
    }
}
