using FastMd.Engine.JavaScript.Tokens;

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

    public void Clear() => ShorthandAssign = DoubleProto = TrailingComma = ParenthesizedAssign = ParenthesizedBind = -1;

    /// <summary>The code turned out to be an expression.</summary>
    public void RequireExpression(Tokenizer tokens)
    {
        if (ShorthandAssign >= 0)
        {
            tokens.Fail(ShorthandAssign, "A default stands only in a pattern: write `:` for a value");
        }

        if (DoubleProto >= 0)
        {
            tokens.Fail(DoubleProto, "`__proto__` is given twice");
        }
    }

    /// <summary>The code turned out to be an assignment pattern.</summary>
    public void RequireAssignmentPattern(Tokenizer tokens)
    {
        RefuseTrailingComma(tokens);
        if (ParenthesizedAssign >= 0)
        {
            tokens.Fail(ParenthesizedAssign, "This cannot be assigned to");
        }
    }

    /// <summary>The code turned out to be the parameters of an arrow function.</summary>
    public void RequireParameters(Tokenizer tokens)
    {
        RefuseTrailingComma(tokens);
        if (ParenthesizedBind >= 0)
        {
            tokens.Fail(ParenthesizedBind, "A parameter cannot stand in parentheses of its own");
        }
    }

    private void RefuseTrailingComma(Tokenizer tokens)
    {
        if (TrailingComma >= 0)
        {
            tokens.Fail(TrailingComma, "No comma can follow the rest");
        }
    }
}
