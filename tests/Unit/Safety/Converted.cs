using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx.Html;
using FastMd.Engine.Pages;

namespace FastMd.Tests.Unit.Safety;

/// <summary>Documents converted with one handling of HTML.</summary>
internal static class Converted
{
    // The script of the button is FastMd's own.
    private static readonly PageOptions Quiet = new() { CopyButton = false };

    public static (string Html, ConvertedDocument Document) Markdown(string text, RawHtmlHandling rawHtml)
        => Convert(new MarkdownConverter(new(RawHtml: rawHtml)), text, DocumentFormat.Markdown);

    public static (string Html, ConvertedDocument Document) Mdx(
        string text, RawHtmlHandling rawHtml, ComponentHandling components = ComponentHandling.Elements)
        => Convert(new MdxHtmlConverter(new() { Components = components, RawHtml = rawHtml }), text, DocumentFormat.Mdx);

    /// <summary>The page that comes of it.</summary>
    public static string Page(string html, ConvertedDocument document, RawHtmlHandling rawHtml, PageTemplate? template = null)
    {
        using var output = new Utf8TextWriter();
        (template ?? PageTemplate.Default).Render(new(System.Text.Encoding.UTF8.GetBytes(html), document, "name") { Options = Quiet }, output, rawHtml);
        return output.ToString();
    }

    private static (string Html, ConvertedDocument Document) Convert(IDocumentConverter converter, string text, DocumentFormat format)
    {
        using var output = new StringWriter();
        var document = converter.Convert(SourceText.FromString(text, format), SameLinks.Instance, output);
        return (output.ToString(), document);
    }
}
