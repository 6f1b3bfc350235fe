namespace FastMd.Engine.Configuration;

/// <summary>Which Markdown a document is read as.</summary>
public enum MarkdownFlavor
{
    /// <summary>GitHub's: CommonMark with tables, strikethrough, task lists, autolinks, footnotes, alerts, heading ids and front matter.</summary>
    Gfm,

    /// <summary>CommonMark 0.31, nothing else; front matter is text like any other.</summary>
    CommonMark,
}

/// <summary>What becomes of HTML written in a document.</summary>
public enum RawHtmlHandling
{
    /// <summary>It goes through as it is.</summary>
    Allow,

    /// <summary>It shows as text, and addresses that execute are dropped.</summary>
    Escape,

    /// <summary>What GitHub lets through goes through, addresses included; the rest is dropped.</summary>
    Sanitize,
}

/// <summary>What becomes of local files that documents reference.</summary>
public enum AssetHandling
{
    /// <summary>They are copied to where the documents expect them.</summary>
    Copy,

    /// <summary>They are left where they are.</summary>
    None,
}

/// <summary>In which form documents are written.</summary>
internal enum OutputForm
{
    /// <summary>What belongs between <c>&lt;body&gt;</c> and <c>&lt;/body&gt;</c>.</summary>
    Fragment,

    /// <summary>A whole page, made by a template.</summary>
    Page,
}
