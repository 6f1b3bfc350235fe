namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Where something stands that is right only in a pattern, or only in a value, while it is not known yet which of them is being read.
/// -1 for nowhere.
/// </summary>
internal sealed class Cover
{
    /// <summary>The equals sign of <c>{a = 1}</c>: wrong in a value.</summary>
    public int ShorthandDefault { get; set; } = -1;

    /// <summary>A second <c>__proto__</c>: wrong in a value.</summary>
    public int SecondProto { get; set; } = -1;

    /// <summary>A comma after a spread: wrong in a pattern.</summary>
    public int CommaAfterSpread { get; set; } = -1;

    /// <summary>A parenthesis around what is no simple target: wrong in a pattern that is assigned to.</summary>
    public int ParenthesisToAssign { get; set; } = -1;

    /// <summary>A parenthesis: wrong in parameters.</summary>
    public int ParenthesisToBind { get; set; } = -1;

    public bool IsNoValue => ShorthandDefault >= 0 || SecondProto >= 0;
}
