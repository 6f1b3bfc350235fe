using System.Buffers;

namespace FastMd.Engine.Output;

/// <summary>
/// Names that are a file on one system and a device, a stream, a folder or nothing that can be on another. They are refused everywhere, so
/// that a tree that converts on one system converts on all.
/// </summary>
internal static class PortableName
{
    private static readonly SearchValues<char> NotOnWindows = SearchValues.Create("?*\"<>|");

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>What is wrong with one segment of a path; null where nothing is.</summary>
    public static string? Problem(string segment)
    {
        if (segment is "" or "." or "..")
        {
            return "which is no name";
        }

        if (segment.AsSpan().IndexOfAny(':', '\\', '/') >= 0)
        {
            return "and ':', '/' and '\\' have a meaning of their own in paths";
        }

        if (segment.AsSpan().IndexOfAny(NotOnWindows) is >= 0 and var refused)
        {
            return $"and no name on Windows has '{segment[refused]}'";
        }

        if (segment.Any(char.IsControl))
        {
            return "and no name on Windows has control characters such as line breaks";
        }

        if (segment[^1] is ' ' or '.')
        {
            return "and Windows drops spaces and dots at the end of a name";
        }

        var stem = segment.AsSpan();
        if (stem.IndexOf('.') is >= 0 and var dot)
        {
            stem = stem[..dot];
        }

        return Devices.Contains(stem.TrimEnd(' ').ToString()) ? "which is a device on Windows" : null;
    }
}
