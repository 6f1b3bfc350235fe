using System.Text.RegularExpressions;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>Short ways to convert a text.</summary>
internal static partial class Converting
{
    public static string Gfm(string markdown) => Html(new MarkdownOptions(), markdown);

    public static string CommonMark(string markdown) => Html(new MarkdownOptions(MarkdownFlavor.CommonMark), markdown);

    public static string Html(MarkdownOptions options, string markdown, ILinkTargets? links = null)
        => Html(new MarkdownConverter(options), markdown, links);

    public static string Html(MarkdownConverter converter, string markdown, ILinkTargets? links = null)
    {
        using var output = new StringWriter();
        converter.Convert(SourceText.FromString(markdown), links ?? SameLinks.Instance, output);
        return output.ToString();
    }

    public static ConvertedDocument Document(string markdown, MarkdownFlavor flavor = MarkdownFlavor.Gfm, DocumentFormat format = DocumentFormat.Markdown)
        => new MarkdownConverter(new(flavor)).Convert(SourceText.FromString(markdown, format), SameLinks.Instance, TextWriter.Null);

    /// <summary>HTML as the specifications have it, which give headings no ids.</summary>
    public static string WithoutHeadingIds(string html) => HeadingId().Replace(html, "$1");

    [GeneratedRegex("(<h[1-6]) id=\"[^\"]*\"")]
    private static partial Regex HeadingId();
}
