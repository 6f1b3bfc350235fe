namespace FastMd.Engine.Books.Html;

/// <summary>What kind of file a name or a media type stands for.</summary>
internal static class MediaKind
{
    private static readonly HashSet<string> Images = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".jxl", ".ico", ".apng",
    };

    private static readonly HashSet<string> Played = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp3", ".m4a", ".mp4", ".m4v", ".ogg", ".oga", ".ogv", ".opus", ".webm", ".wav", ".flac", ".aac", ".mov",
    };

    /// <summary>Whether a file is an image, by the end of its name.</summary>
    public static bool IsImage(string address) => Images.Contains(ExtensionOf(address));

    /// <summary>Whether a file is played, by the end of its name.</summary>
    public static bool IsPlayed(string address) => Played.Contains(ExtensionOf(address));

    private static string ExtensionOf(string address)
    {
        var end = address.IndexOfAny(['?', '#']);
        return Path.GetExtension(end < 0 ? address : address[..end]);
    }
}
