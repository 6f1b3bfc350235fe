namespace FastMd.Engine.JavaScript;

/// <summary>Why code was refused.</summary>
/// <param name="Offset">Where, as an offset into the text that was scanned.</param>
/// <param name="Message">What is wrong, as a sentence without a full stop.</param>
/// <param name="Rule">A short, stable name of the rule broken: see <see cref="ScriptRules"/>.</param>
internal sealed record ScriptError(int Offset, string Message, string Rule);

/// <summary>Names of the rules that code can break.</summary>
internal static class ScriptRules
{
    /// <summary>It is not JavaScript.</summary>
    public const string Syntax = "acorn";

    /// <summary>No brace closes the expression.</summary>
    public const string UnexpectedEnd = "unexpected-eof";

    /// <summary>There is nothing between the braces where a value must be.</summary>
    public const string EmptyExpression = "unexpected-empty-expression";

    /// <summary>Braces among attributes hold something other than a spread.</summary>
    public const string NotASpread = "non-spread";

    /// <summary>Braces among attributes hold more than one spread.</summary>
    public const string ExtraInSpread = "spread-extra";

    /// <summary>A statement is neither an import nor an export.</summary>
    public const string NotAModuleItem = "non-esm";
}
