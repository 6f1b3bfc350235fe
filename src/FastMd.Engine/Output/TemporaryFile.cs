using System.Globalization;

namespace FastMd.Engine.Output;

/// <summary>
/// Names of files that are being written. One that no living process holds open is left over from a run that died.
/// </summary>
internal static class TemporaryFile
{
    private const string Prefix = ".fastmd-";
    private const string Suffix = ".tmp";

    private static readonly string Run = Guid.NewGuid().ToString("N")[..12];
    private static long _count;

    public static string NewName()
        => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Run}-{Interlocked.Increment(ref _count)}{Suffix}");

    /// <summary>Deletes the leftovers of dead runs in a folder.</summary>
    public static void SweepDead(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, Prefix + "*" + Suffix))
        {
            // A user may have given a file a similar name.
            var name = Path.GetFileName(path);
            if (IsOfARun(name) && !name.StartsWith(Prefix + Run, StringComparison.Ordinal))
            {
                DeleteIfDead(path);
            }
        }
    }

    private static bool IsOfARun(string name)
    {
        var (run, count) = name[Prefix.Length..^Suffix.Length].Split('-') is [var first, var second] ? (first, second) : ("", "");
        return run.Length == Run.Length && run.All(char.IsAsciiHexDigitLower) && count.Length > 0 && count.All(char.IsAsciiDigit);
    }

    private static void DeleteIfDead(string path)
    {
        try
        {
            // A writer holds its file open, and locked, until the file has its final name.
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }

            File.Delete(path);
        }
        catch (Exception alive) when (alive is IOException or UnauthorizedAccessException)
        {
            // Another process is writing it or has just finished, or we may not delete it. It does no harm.
        }
    }
}
