namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>What documents are read as where they become JavaScript.</summary>
public enum FastMdMdxFormat
{
    /// <summary>As their names say: MDX where they end with <c>.mdx</c>, else Markdown.</summary>
    Detect,

    /// <summary>As MDX.</summary>
    Mdx,

    /// <summary>As Markdown: no JSX, no expressions, no imports.</summary>
    Md,
}
