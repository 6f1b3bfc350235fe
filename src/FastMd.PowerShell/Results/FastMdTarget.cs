namespace FastMd.PowerShell.Results;

/// <summary>What documents are converted to.</summary>
public enum FastMdTarget
{
    /// <summary>HTML: fragments or pages.</summary>
    Html,

    /// <summary>JavaScript modules, of MDX and of Markdown.</summary>
    Js,

    /// <summary>Context for language models.</summary>
    Context,

    /// <summary>Markdown in one style.</summary>
    Markdown,
}
