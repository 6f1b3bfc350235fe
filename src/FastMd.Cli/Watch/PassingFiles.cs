namespace FastMd.Cli.Watch;

/// <summary>Files that editors and synchronisers make beside a file while they save it. They come and go, and mean nothing.</summary>
internal static class PassingFiles
{
    private static readonly string[] Suffixes = ["~", ".tmp", ".temp", ".swp", ".swo", ".swx", ".part", ".crdownload", "___jb_tmp___", "___jb_old___", ".bak"];

    // What Vim calls the file by which it finds out whether it may write to a folder.
    private const string VimProbe = "4913";

    public static bool Includes(string name)
        => name is VimProbe
            || name.StartsWith('.')
            || name.StartsWith("~$", StringComparison.Ordinal)
            || (name.StartsWith('#') && name.EndsWith('#'))
            || Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
