namespace FastMd.Engine.Configuration;

/// <summary>Which Markdown a document is read as.</summary>
public enum MarkdownFlavor
{
    /// <summary>GitHub's: CommonMark with tables, strikethrough, task lists, autolinks, footnotes, alerts, heading ids and front matter.</summary>
    Gfm,

    /// <summary>CommonMark 0.31, nothing else; front matter is text like any other.</summary>
    CommonMark,
}
