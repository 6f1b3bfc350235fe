using FastMd.Engine.JavaScript.Parsing;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript;

/// <summary>Finds where an expression in braces ends, and whether it is JavaScript.</summary>
internal static class ExpressionScanner
{
    /// <summary>Scans from after an opening brace.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset after the opening brace.</param>
    /// <param name="end">Offset the expression must not reach past.</param>
    /// <param name="use">What the braces stand for.</param>
    public static ExpressionScan Scan(string text, int start, int end, BraceUse use = BraceUse.Child)
    {
        var grammar = new Grammar(text, start, end);
        try
        {
            if (use == BraceUse.Spread)
            {
                return ScanSpread(grammar, start);
            }

            var code = grammar.Fragments.ParseContained();
            if (grammar.Tokens.Kind == TokenKind.BraceClose)
            {
                return code is null && use == BraceUse.AttributeValue
                    ? Empty(start)
                    : new(ScanStatus.Complete, grammar.Tokens.Start, code, null);
            }

            return Refuse(text, start, end, use, grammar.Tokens.Start >= end);
        }
        catch (SyntaxErrorException exception)
        {
            return Refuse(text, start, end, use, exception.AtEnd);
        }
    }

    private static ExpressionScan ScanSpread(Grammar grammar, int start)
    {
        var properties = grammar.Fragments.ParseProperties();
        if (properties is [])
        {
            return Empty(start);
        }

        if (properties is [_, { } second, ..])
        {
            return Invalid(second.Start, "Braces among attributes hold one spread: put each in braces of its own", ScriptRules.ExtraInSpread);
        }

        return properties[0] is { Kind: NodeKind.Spread, Inner: { } inner }
            ? new(ScanStatus.Complete, grammar.Tokens.Start, grammar.Fragments.Build(inner.Start, inner.End), null)
            : Invalid(properties[0]!.Start, "Braces among attributes hold a spread: `{...props}`", ScriptRules.NotASpread);
    }

    private static ExpressionScan Empty(int start)
        => Invalid(start, "There must be an expression in the braces of an attribute", ScriptRules.EmptyExpression);

    private static ExpressionScan Invalid(int offset, string message, string rule)
        => new(ScanStatus.Invalid, offset, null, new(offset, message, rule));

    /// <summary>
    /// What is wrong is told of the code up to the last closing brace there is: that is where it would have ended at the latest.
    /// </summary>
    private static ExpressionScan Refuse(string text, int start, int end, BraceUse use, bool atEnd)
    {
        var brace = end > start ? text.LastIndexOf('}', end - 1, end - start) : -1;
        var error = brace < 0
            ? new(end, "The expression is not closed: add `}`", ScriptRules.UnexpectedEnd)
            : use == BraceUse.Spread ? ErrorOfSpread(text, start, brace) : ErrorOf(text, start, brace);
        return new(atEnd ? ScanStatus.Incomplete : ScanStatus.Invalid, end, null, error);
    }

    private static ScriptError ErrorOf(string text, int start, int end)
    {
        try
        {
            var code = new Grammar(text, start, end).Fragments.ParseContained();
            return new(code?.End ?? end, "There is more than one expression in the braces, or a comment hides the closing one", ScriptRules.Syntax);
        }
        catch (SyntaxErrorException exception)
        {
            return new(exception.Offset, exception.Message, ScriptRules.Syntax);
        }
    }

    /// <summary>Of a spread it is told as if it stood in an object literal in parentheses, which it becomes.</summary>
    private static ScriptError ErrorOfSpread(string text, int start, int end)
    {
        const string Before = "({", After = "})";
        var literal = $"{Before}{text.AsSpan(start, end - start)}{After}";
        try
        {
            new Grammar(literal, 0, literal.Length).Fragments.ParseContained();
            return new(start, "Braces among attributes hold a spread: `{...props}`", ScriptRules.NotASpread);
        }
        catch (SyntaxErrorException exception)
        {
            var offset = Math.Clamp(exception.Offset - Before.Length, 0, end - start);
            return new(start + offset, exception.Message, ScriptRules.Syntax);
        }
    }
}

/// <summary>What braces stand for, which decides what may be in them.</summary>
internal enum BraceUse
{
    /// <summary>A child or a block: may be empty or hold only comments.</summary>
    Child,

    /// <summary>The value of an attribute: must hold an expression.</summary>
    AttributeValue,

    /// <summary>An attribute by itself: must hold one spread.</summary>
    Spread,
}

/// <summary>What was found between braces.</summary>
/// <param name="Status">How the scan ended.</param>
/// <param name="End">Offset of the closing brace; meaningless unless complete.</param>
/// <param name="Code">The expression, without the space and comments around it; of a spread, what is spread. Null when there is none.</param>
/// <param name="Error">What is wrong, also where more text could help; null when complete.</param>
internal sealed record ExpressionScan(ScanStatus Status, int End, CodeFragment? Code, ScriptError? Error)
{
    /// <summary>Whether the braces hold nothing but space and comments.</summary>
    public bool IsEmpty => Status == ScanStatus.Complete && Code is null;
}
