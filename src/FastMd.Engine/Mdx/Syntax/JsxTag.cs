using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>A tag, as the author wrote it. Offsets are into the document.</summary>
internal sealed class JsxTag
{
    /// <summary>Its name without white space; null of a fragment's.</summary>
    public JsxName? Name { get; init; }

    public IReadOnlyList<JsxAttribute> Attributes { get; init; } = [];

    public bool IsClosing { get; init; }

    public bool IsSelfClosing { get; init; }

    public int Start { get; init; }

    /// <summary>The offset after its last character.</summary>
    public int End { get; init; }

    /// <summary>Where the slash of a closing tag stands.</summary>
    public int ClosingSlash { get; init; }

    /// <summary>Where the first thing stands that a closing tag must not have; negative where there is none.</summary>
    public int Misplaced { get; init; } = -1;

    /// <summary>Whether what is misplaced is a slash, not an attribute.</summary>
    public bool IsMisplacedSlash { get; init; }

    /// <summary>The tag, shortened to its name.</summary>
    public override string ToString() => $"<{(IsClosing ? "/" : "")}{Name}>";
}
