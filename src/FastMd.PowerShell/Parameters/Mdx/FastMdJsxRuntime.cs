namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>What JSX is compiled to.</summary>
public enum FastMdJsxRuntime
{
    /// <summary>Calls of the runtime, which is imported.</summary>
    Automatic,

    /// <summary>Calls of <c>React.createElement</c>, or of what the pragmas name.</summary>
    Classic,
}
