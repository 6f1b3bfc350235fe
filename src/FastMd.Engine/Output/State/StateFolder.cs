namespace FastMd.Engine.Output.State;

/// <summary>The folder in a destination that is FastMd's own.</summary>
internal static class StateFolder
{
    public const string Name = ".fastmd";

    private const string IgnoreName = ".gitignore";

    public static string Of(string destination) => Path.Combine(destination, Name);

    public static string StateOf(string destination) => Path.Combine(destination, Name, "state");

    /// <summary>Makes sure it is there. What is in it is nobody's to commit.</summary>
    public static string Prepare(string destination)
    {
        var folder = Of(destination);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, IgnoreName), "*\n");
        }

        TemporaryFile.SweepDead(folder);
        return folder;
    }
}
