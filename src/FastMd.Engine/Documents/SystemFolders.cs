namespace FastMd.Engine.Documents;

/// <summary>
/// Folders in which a kernel shows itself: what looks like files there are the environment of processes, their memory, devices. No tree of
/// documents has any.
/// </summary>
internal static class SystemFolders
{
    // This one is for files, in memory.
    private const string SharedMemory = "/dev/shm";

    private static readonly string[] Folders = OperatingSystem.IsWindows() ? [] : ["/proc", "/sys", "/dev"];

    /// <summary>Whether a path is one of them, or lies in one.</summary>
    /// <param name="real">Absolute path without links.</param>
    public static bool Contains(string real)
    {
        foreach (var folder in Folders)
        {
            if (PathRules.IsWithin(real, folder))
            {
                return !PathRules.IsWithin(real, SharedMemory);
            }
        }

        return false;
    }
}
