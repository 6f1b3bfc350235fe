namespace FastMd.Engine.Output.State;

/// <summary>The folder in a destination that is FastMd's own.</summary>
internal static class StateFolder
{
    public const string Name = ".fastmd";

    public const string LockName = "lock";

    /// <summary>Name of the file that says who has the lock.</summary>
    public const string OwnerName = "owner";

    private const string StateName = "state";
    private const string IgnoreName = ".gitignore";

    public static string Of(string destination) => Path.Combine(destination, Name);

    public static string StateOf(string destination) => Path.Combine(destination, Name, StateName);

    /// <summary>Makes sure it is there. What is in it is nobody's to commit.</summary>
    /// <exception cref="IOException">It cannot be made, or a link in it would have another file written to.</exception>
    public static string Prepare(string destination)
    {
        var folder = Of(destination);
        RefuseLink(folder);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, IgnoreName), "*\n");
        }

        // A destination may come from a repository, and with it whatever its authors put there.
        foreach (var name in (ReadOnlySpan<string>)[StateName, LockName, OwnerName])
        {
            RefuseLink(Path.Combine(folder, name));
        }

        TemporaryFile.SweepDead(folder);
        return folder;
    }

    private static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw new IOException($"'{path}' is a link to '{target}', which could be anything; remove it");
        }
    }
}
