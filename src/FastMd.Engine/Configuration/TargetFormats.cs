namespace FastMd.Engine.Configuration;

/// <summary>What is known of each target format.</summary>
public static class TargetFormats
{
    /// <summary>Extension of the files written, with its dot.</summary>
    public static string Extension(TargetFormat format) => format switch
    {
        TargetFormat.Html => ".html",
        TargetFormat.Mdx => ".js",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>Whether that extension follows the document's own, rather than taking its place: so modules tell what they were made of.</summary>
    public static bool AppendsExtension(TargetFormat format) => format == TargetFormat.Mdx;
}
