using System.Xml;

namespace FastMd.Engine.Books.Html;

/// <summary>Reads documents as XML where they are, and otherwise as HTML, which forgives everything.</summary>
internal static class MarkupReader
{
    /// <summary>Reads XHTML, or any other XML that a book consists of.</summary>
    /// <param name="bytes">The document.</param>
    /// <exception cref="Documents.DocumentException">Its entities stand for too much.</exception>
    public static MarkupElement ReadXml(byte[] bytes) => ReadXml(MarkupEncoding.Decode(bytes));

    /// <summary>Reads XHTML, or any other XML that a book consists of.</summary>
    /// <param name="text">The document.</param>
    /// <exception cref="Documents.DocumentException">Its entities stand for too much.</exception>
    public static MarkupElement ReadXml(string text)
    {
        var prepared = XmlPrologue.Without(text);
        try
        {
            return XmlMarkup.Read(prepared);
        }
        catch (XmlException)
        {
            return HtmlMarkup.Read(TagRepair.AsHtml(prepared));
        }
    }

    /// <summary>Reads HTML.</summary>
    /// <param name="text">The document.</param>
    public static MarkupElement ReadHtml(string text) => HtmlMarkup.Read(text);
}
