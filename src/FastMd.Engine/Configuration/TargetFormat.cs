namespace FastMd.Engine.Configuration;

/// <summary>What documents are converted to.</summary>
public enum TargetFormat
{
    /// <summary>HTML: fragments or pages.</summary>
    Html,

    /// <summary>JavaScript modules, of MDX and of Markdown.</summary>
    Mdx,
}
