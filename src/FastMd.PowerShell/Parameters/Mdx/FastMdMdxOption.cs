namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>
/// How MDX is converted. Properties are called as the settings in <c>fastmd.json</c>; what is null is for the environment, that file or
/// the defaults to say. The shell makes one of a hashtable.
/// </summary>
public sealed class FastMdMdxOption
{
    /// <summary>What documents are read as where they become JavaScript.</summary>
    public FastMdMdxFormat? MdxFormat { get; set; }

    /// <summary>What becomes of components where MDX becomes HTML.</summary>
    public FastMdMdxComponents? MdxComponents { get; set; }

    /// <summary>What JSX is compiled to.</summary>
    public FastMdJsxRuntime? JsxRuntime { get; set; }

    /// <summary>Package that the automatic runtime is imported from.</summary>
    public string? JsxImportSource { get; set; }

    /// <summary>What the classic runtime calls.</summary>
    public string? JsxPragma { get; set; }

    /// <summary>What stands for a fragment in the classic runtime.</summary>
    public string? JsxPragmaFragment { get; set; }

    /// <summary>Module that what the classic runtime calls is imported from; empty where it is there already.</summary>
    public string? JsxPragmaImportSource { get; set; }

    /// <summary>Module whose <c>useMDXComponents</c> provides components; empty for none.</summary>
    public string? ProviderImportSource { get; set; }

    /// <summary>Whether elements carry their places in the source.</summary>
    public bool? Development { get; set; }

    /// <summary>The form of the JavaScript.</summary>
    public FastMdMdxProgram? MdxProgram { get; set; }

    /// <summary>Whether JSX stays.</summary>
    public bool? KeepJsx { get; set; }

    /// <summary>Name that front matter is exported under; empty where it is dropped.</summary>
    public string? FrontMatterExport { get; set; }

    /// <summary>Whether headings have ids in JavaScript.</summary>
    public bool? MdxHeadingIds { get; set; }

    /// <summary>Name that a list of the headings is exported under; empty for none.</summary>
    public string? ContentsExport { get; set; }

    /// <summary>Whether links to other documents lead to their modules.</summary>
    public bool? RewriteLinks { get; set; }

    /// <summary>Whether JavaScript ends with a source map.</summary>
    public bool? SourceMap { get; set; }
}
