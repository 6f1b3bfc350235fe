namespace FastMd.Faults.Trees;

/// <summary>Files in the destination that a user put there, some much like FastMd's own. None may ever change.</summary>
internal static class OwnFiles
{
    private static readonly IReadOnlyList<string> Names = ["notes of mine.txt", "of-mine/index.html", ".fastmd-mine-1.tmp", "section-01/of-mine.html"];

    public static void WriteTo(string destination)
    {
        foreach (var name in Names)
        {
            var path = Path.Combine(destination, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, $"{name} is mine.\n");
        }
    }
}
