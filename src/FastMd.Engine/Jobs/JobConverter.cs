using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Html;

namespace FastMd.Engine.Jobs;

/// <summary>What converts a job's documents.</summary>
internal static class JobConverter
{
    public static IDocumentConverter Of(JobOptions options) => options.To switch
    {
        TargetFormat.Html when options.Mdx.Format == MdxFormat.Md => new MarkdownConverter(options.Markdown),
        TargetFormat.Html => new HtmlConverter(new MarkdownConverter(options.Markdown), Mdx(options)),
        TargetFormat.Mdx => new MdxConverter(options.Mdx),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.To, null),
    };

    /// <summary>What finds the links of a job's documents. Modules keep links as they are; HTML knows them.</summary>
    public static IDocumentConverter OfLinks(JobOptions options) => options is { To: TargetFormat.Mdx, Mdx.Format: MdxFormat.Mdx }
        ? Mdx(options)
        : Of(options with { To = TargetFormat.Html });

    private static MdxHtmlConverter Mdx(JobOptions options) => new(options.Mdx.Components, options.Markdown.RawHtml);
}
