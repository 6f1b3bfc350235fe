using System.Globalization;

namespace FastMd.Engine.Resources.Linux;

/// <summary>The files in which the kernel tells about itself. What cannot be read is null.</summary>
/// <param name="root">Folder that stands for the root of the file system.</param>
internal sealed class SystemFiles(string root)
{
    /// <summary>What the kernel's "kB" means.</summary>
    public const long KiloByte = 1024;

    /// <summary>The whole text of a file.</summary>
    /// <param name="path">Path from the root, which it begins with.</param>
    public string? Text(string path)
    {
        var file = Path.Join(root, path);
        try
        {
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>How many entries a folder has; null where it cannot be read.</summary>
    /// <param name="path">Path from the root, which it begins with.</param>
    public int? Entries(string path)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Join(root, path)).Count();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The number that is all of a file; null where the file holds something else, such as "max".</summary>
    public long? Number(string path) => Fields.Number(Text(path));
}

/// <summary>
/// Parses the kernel's text files. Written without generic helpers, because a probe is created at start-up, where each helper would have to be
/// compiled by the JIT first.
/// </summary>
internal static class Fields
{
    /// <summary>Takes the part up to a separator off the front of a text.</summary>
    public static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, char separator)
    {
        var end = text.IndexOf(separator);
        var field = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return field;
    }

    /// <summary>A whole number, with nothing around it but blanks and the line's end.</summary>
    public static long? Number(ReadOnlySpan<char> text)
        => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Texts with a key and a number a line: <c>MemTotal:  1234 kB</c>, <c>inactive_file 1234</c>.</summary>
internal static class KeyedNumbers
{
    /// <summary>The number of a key; null where there is none.</summary>
    public static long? Find(ReadOnlySpan<char> text, string key)
    {
        while (!text.IsEmpty)
        {
            var line = Fields.Take(ref text, '\n');
            if (line.StartsWith(key, StringComparison.Ordinal) && line.Length > key.Length && line[key.Length] is ':' or ' ')
            {
                var value = line[(key.Length + 1)..].TrimStart();
                return Fields.Number(Fields.Take(ref value, ' '));
            }
        }

        return null;
    }
}

/// <summary>The kernel's pressure stall information: <c>some avg10=3.41 avg60=8.32 avg300=6.08 total=27684</c>, in percent.</summary>
internal static class StallFile
{
    private const string Start = "some avg10=";

    /// <summary>Share of the last ten seconds in which some task was stalled, from 0 to 1.</summary>
    public static double? Some(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        text = text[Start.Length..];
        return double.TryParse(Fields.Take(ref text, ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            ? Math.Min(percent / 100, 1)
            : null;
    }
}
