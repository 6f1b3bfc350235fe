namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Early errors that depend on what a cover grammar turns out to be: <c>{a = 1}</c> is no expression but a pattern, <c>[...a, b]</c> no pattern.
/// They are collected while both are possible. Offsets; -1 for nowhere.
/// </summary>
internal sealed class CoverErrors
{
    /// <summary>The equals sign of <c>{a = 1}</c>: an error in an expression.</summary>
    public int ShorthandAssign { get; set; } = -1;

    /// <summary>A second <c>__proto__</c>: an error in an expression.</summary>
    public int DoubleProto { get; set; } = -1;

    /// <summary>A comma after a spread: an error in a pattern.</summary>
    public int TrailingComma { get; set; } = -1;

    /// <summary>A parenthesis around what is no simple assignment target: an error in an assignment pattern.</summary>
    public int ParenthesizedAssign { get; set; } = -1;

    /// <summary>A parenthesis: an error in parameters.</summary>
    public int ParenthesizedBind { get; set; } = -1;

    public bool HasExpressionError => ShorthandAssign >= 0 || DoubleProto >= 0;
}
