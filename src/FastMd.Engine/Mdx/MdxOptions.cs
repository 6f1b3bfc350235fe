using FastMd.Engine.Configuration;
using FastMd.Engine.Markdown;

namespace FastMd.Engine.Mdx;

/// <summary>What decides the JavaScript that a document becomes, besides its text.</summary>
public sealed record MdxOptions
{
    /// <summary>What documents are read as.</summary>
    public MdxFormat Format { get; init; }

    /// <summary>What Markdown in documents may have besides; <c>@mdx-js/mdx</c> has none of it.</summary>
    public SyntaxExtensions Extensions { get; init; }

    /// <summary>What JSX is compiled to.</summary>
    public JsxRuntime Runtime { get; init; }

    /// <summary>Package the automatic runtime is imported from; <c>/jsx-runtime</c> is appended.</summary>
    public string ImportSource { get; init; } = "react";

    /// <summary>What the classic runtime calls, a name or names with dots.</summary>
    public string Pragma { get; init; } = "React.createElement";

    /// <summary>What stands for a fragment in the classic runtime.</summary>
    public string PragmaFragment { get; init; } = "React.Fragment";

    /// <summary>Module that the first name of <see cref="Pragma"/> is imported from.</summary>
    public string PragmaImportSource { get; init; } = "react";

    /// <summary>Module whose <c>useMDXComponents</c> provides components; empty for none.</summary>
    public string ProviderImportSource { get; init; } = "";

    /// <summary>Whether elements carry their places in the source.</summary>
    public bool Development { get; init; }

    /// <summary>The form of the output.</summary>
    public MdxProgram Program { get; init; }

    /// <summary>Whether JSX is left as it is.</summary>
    public bool KeepJsx { get; init; }

    /// <summary>Name that front matter is exported under; empty where it is dropped.</summary>
    public string FrontMatterExport { get; init; } = "";

    /// <summary>Whether headings have ids.</summary>
    public bool HeadingIds { get; init; }

    /// <summary>Name that the table of contents is exported under; empty for none. It gives headings ids.</summary>
    public string ContentsExport { get; init; } = "";

    /// <summary>Whether a source map is appended as a comment.</summary>
    public bool SourceMap { get; init; }
}
