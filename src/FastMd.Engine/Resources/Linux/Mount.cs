namespace FastMd.Engine.Resources.Linux;

/// <summary>A mounted file system.</summary>
/// <param name="Root">Which of its folders is mounted.</param>
/// <param name="Point">Where.</param>
/// <param name="Type">What it is.</param>
/// <param name="Options">Options of the file system itself.</param>
internal sealed record Mount(string Root, string Point, string Type, string[] Options)
{
    /// <summary>All there are, from lines such as <c>31 23 0:28 / /sys/fs/cgroup rw shared:9 - cgroup2 cgroup2 rw,nsdelegate</c>.</summary>
    public static IReadOnlyList<Mount> All(SystemFiles files)
        => [.. (files.Text("/proc/self/mountinfo") ?? "").Split('\n').Select(Parse).OfType<Mount>()];

    /// <summary>Whether a folder of the file system can be seen through this mount.</summary>
    public bool Shows(string folder)
    {
        var root = Root.TrimEnd('/');
        return folder.StartsWith(root, StringComparison.Ordinal)
            && (folder.Length == root.Length || folder[root.Length] == '/')
            && !folder[root.Length..].Split('/').Contains("..");
    }

    private static Mount? Parse(string line)
    {
        var fields = line.Split(' ');
        var separator = Array.IndexOf(fields, "-");
        return separator >= 6 && fields.Length >= separator + 4
            ? new(Unescape(fields[3]), Unescape(fields[4]).TrimEnd('/'), fields[separator + 1], fields[separator + 3].Split(','))
            : null;
    }

    /// <summary>The kernel writes what would break its lines as octal digits; blanks are what one meets.</summary>
    private static string Unescape(string path)
        => path.Replace(@"\040", " ", StringComparison.Ordinal).Replace(@"\134", @"\", StringComparison.Ordinal);
}
