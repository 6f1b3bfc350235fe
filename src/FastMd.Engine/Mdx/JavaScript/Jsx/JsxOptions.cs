using FastMd.Engine.Mdx.JavaScript.Writing;

namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <summary>How JSX is compiled.</summary>
internal sealed record JsxOptions
{
    public JsxRuntime Runtime { get; init; }

    /// <summary>The function that makes elements, of the classic runtime.</summary>
    public string Pragma { get; init; } = "React.createElement";

    /// <summary>What stands for fragments, of the classic runtime.</summary>
    public string PragmaFragment { get; init; } = "React.Fragment";

    /// <summary>Whether the automatic runtime is told where each element stands.</summary>
    public bool IsDevelopment { get; init; }

    /// <summary>The file named there.</summary>
    public string FilePath { get; init; } = "<source.js>";

    /// <summary>Tells the place of an offset in the document, for development; null to name no places.</summary>
    public Func<int, TextPosition>? Locate { get; init; }

    /// <summary>The name an element is compiled under instead of its own; null, or null returned, for its own.</summary>
    public Func<JsxElement, JsxName?>? Rename { get; init; }

    /// <summary>Whether <c>import(x)</c> becomes <c>import(_resolveDynamicMdxSpecifier(x))</c>.</summary>
    public bool ResolvesImports { get; init; }

    /// <summary>What stands in for <c>import.meta.url</c>; null to leave it.</summary>
    public string? MetaUrl { get; init; }
}
