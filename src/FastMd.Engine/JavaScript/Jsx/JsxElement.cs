namespace FastMd.Engine.JavaScript.Jsx;

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
