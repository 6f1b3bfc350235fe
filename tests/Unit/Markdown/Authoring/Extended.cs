using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Html;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.Authoring;

/// <summary>Short ways to convert a text that is read with extensions.</summary>
internal static class Extended
{
    public static string Html(string markdown, SyntaxExtensions extensions) => Converting.Html(new MarkdownOptions(Extensions: extensions), markdown);

    /// <summary>The HTML of a text, read as Markdown and as MDX: the same but for the line ends between blocks.</summary>
    public static (string Markdown, string Mdx) Both(string text, SyntaxExtensions extensions)
    {
        using var output = new StringWriter();
        new MdxHtmlConverter(new() { Extensions = extensions }).Convert(SourceText.FromString(text, DocumentFormat.Mdx), SameLinks.Instance, output);
        return (WithoutLineEnds(Html(text, extensions)), WithoutLineEnds(output.ToString()));
    }

    public static string JavaScript(string text, SyntaxExtensions extensions, DocumentFormat format = DocumentFormat.Mdx)
    {
        using var output = new StringWriter();
        new MdxConverter(new() { Extensions = extensions, KeepJsx = true }).Convert(SourceText.FromString(text, format), SameLinks.Instance, output);
        return output.ToString();
    }

    private static string WithoutLineEnds(string html)
        => html.Replace(">\n", ">", StringComparison.Ordinal).Replace("\n<", "<", StringComparison.Ordinal);
}
