namespace FastMd.Engine.Markdown;

/// <summary>A document nests deeper than can be written.</summary>
/// <param name="offset">Where in the text that is parsed.</param>
/// <param name="inner">What told of it; null where it was seen here.</param>
internal sealed class NestingException(int offset, Exception? inner = null) : Exception("The document nests too deeply.", inner)
{
    public int Offset => offset;

    /// <summary>Whether an exception is Markdig's for what is too deep, of which nothing but type and wording tell.</summary>
    public static bool IsDepthLimit(ArgumentException thrown) => thrown.Message.Contains("deeply nested", StringComparison.Ordinal);
}
