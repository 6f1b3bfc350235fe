using FastMd.Engine.Configuration;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Code;

namespace FastMd.Engine.Mdx.Html;

/// <summary>What decides the HTML that MDX becomes, besides its text.</summary>
public sealed record MdxHtmlOptions
{
    /// <summary>What becomes of components.</summary>
    public ComponentHandling Components { get; init; }

    /// <summary>What becomes of tags that authors write.</summary>
    public RawHtmlHandling RawHtml { get; init; }

    /// <summary>What Markdown in documents may have besides.</summary>
    public SyntaxExtensions Extensions { get; init; } = SyntaxExtensions.Alerts;

    /// <summary>What components become besides what is known of them: a JSON object, by name a kind or an object; empty for nothing.</summary>
    public string ComponentRules { get; init; } = "";

    /// <summary>How code blocks are written.</summary>
    public CodeOptions Code { get; init; } = new();
}
