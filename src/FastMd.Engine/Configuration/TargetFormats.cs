namespace FastMd.Engine.Configuration;

/// <summary>What is known of each target format.</summary>
public static class TargetFormats
{
    /// <summary>Extension of the files written, with its dot.</summary>
    public static string Extension(TargetFormat format) => format switch
    {
        TargetFormat.Html => ".html",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
