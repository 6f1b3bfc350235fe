namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>A child of an element: text, an element, or an expression.</summary>
internal abstract record JsxNode;

/// <summary>Text as it is to be rendered: references decoded, white space already dealt with.</summary>
/// <param name="Value">The text.</param>
internal sealed record JsxText(string Value) : JsxNode;

/// <summary>An expression in braces that is not empty.</summary>
/// <param name="Code">The expression.</param>
internal sealed record JsxExpression(CodeFragment Code) : JsxNode;

/// <summary>An element or a fragment.</summary>
/// <param name="Name">Its name; null of a fragment.</param>
/// <param name="Attributes">Attributes and spreads, in order.</param>
/// <param name="Children">What is in it, without empty text and empty expressions.</param>
internal sealed record JsxElement(JsxName? Name, IReadOnlyList<JsxAttribute> Attributes, IReadOnlyList<JsxNode> Children) : JsxNode
{
    /// <summary>Offset of its first character, in the text of the fragment it is part of; -1 where it is from no text.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Offset after its last character.</summary>
    public int End { get; init; } = -1;

    /// <summary>Whether the identifier its name begins with is bound in the code around it, so that it is not to be looked up.</summary>
    public bool IsBound { get; init; }

    /// <summary>The outermost function around it in its code; null outside functions.</summary>
    public FunctionBody? Function { get; init; }
}

/// <summary>An attribute or a spread. With neither text nor code it is <c>true</c>.</summary>
/// <param name="Name">Its name, as written without white space; null of a spread.</param>
internal sealed record JsxAttribute(string? Name)
{
    /// <summary>Its value, references decoded.</summary>
    public string? Text { get; init; }

    /// <summary>Its value, or what is spread.</summary>
    public CodeFragment? Code { get; init; }

    /// <summary>Its value, where it is an element.</summary>
    public JsxElement? Element { get; init; }

    public bool IsSpread => Name is null;
}
