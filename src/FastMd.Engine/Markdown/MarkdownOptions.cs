using FastMd.Engine.Configuration;

namespace FastMd.Engine.Markdown;

/// <summary>What decides a Markdown document's output, besides its text.</summary>
/// <param name="Flavor">Which Markdown it is read as.</param>
/// <param name="RawHtml">What becomes of HTML written in it.</param>
public sealed record MarkdownOptions(
    MarkdownFlavor Flavor = MarkdownFlavor.Gfm,
    RawHtmlHandling RawHtml = RawHtmlHandling.Allow);
