namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <summary>JSX that is valid but cannot be compiled.</summary>
/// <param name="offset">Where, as an offset into the document; -1 where that is not known.</param>
/// <param name="message">What is wrong, as a sentence without a full stop.</param>
internal sealed class JsxException(int offset, string message) : Exception(message)
{
    public int Offset => offset;
}
