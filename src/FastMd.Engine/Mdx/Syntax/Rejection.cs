using FastMd.Engine.Documents;
using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Says why a document is no MDX.</summary>
internal static class Rejection
{
    private const string LazyAdvice =
        "Begin every line of it like the first: with '>' in a quote, with the same indentation in a list.";

    /// <summary>A tag is written wrongly.</summary>
    public static DocumentException Tag(string source, int offset, string message, string rule)
        => At(source, offset, DiagnosticCodes.MdxTagInvalid, $"{message}; a '<' that begins no tag is written '\\<'", rule);

    /// <summary>Tags do not belong together.</summary>
    /// <param name="source">The document.</param>
    /// <param name="offset">Where; negative where no single place is at fault.</param>
    /// <param name="message">What is wrong, a sentence without its full stop.</param>
    /// <param name="rule">The rule that is broken.</param>
    public static DocumentException Nesting(string source, int offset, string message, string rule)
        => At(source, offset, DiagnosticCodes.MdxTagsUnbalanced, $"{message}; open and close tags in the same block and in order", rule);

    /// <summary>Code is no JavaScript, or not the JavaScript that may stand there.</summary>
    public static DocumentException Script(string source, int offset, ScriptError error)
        => At(source, offset, DiagnosticCodes.MdxScriptInvalid, $"{error.Message}; a '{{' that begins no expression is written '\\{{'", error.Rule);

    /// <summary>A statement among imports and exports is wrong.</summary>
    public static DocumentException Module(string source, int offset, ScriptError error)
        => At(source, offset, DiagnosticCodes.MdxScriptInvalid, $"{error.Message}; end imports and exports with a blank line", error.Rule);

    /// <summary>A line has left the list or quote that a tag or an expression stands in.</summary>
    public static DocumentException Lazy(string source, int offset)
        => At(source, offset, DiagnosticCodes.MdxTagInvalid, $"A tag or an expression goes on in a line outside its list or quote. {LazyAdvice}", MdxRules.UnexpectedLazy);

    /// <summary>The document can be read but not compiled.</summary>
    public static DocumentException Compilation(string source, int offset, string message, string rule)
        => At(source, offset, DiagnosticCodes.MdxNotCompilable, message, rule);

    private static DocumentException At(string source, int offset, string code, string message, string rule)
    {
        var (line, column) = offset < 0 ? new(0, 0) : LinePosition.Of(source, Math.Min(offset, source.Length));
        return new(Diagnostic.Error(code, $"{message} ({rule}).".Replace(".. (", ". (", StringComparison.Ordinal), line, column));
    }
}

/// <summary>Names of the rules that markup can break; code has its own.</summary>
internal static class MdxRules
{
    public const string UnexpectedCharacter = "unexpected-character";
    public const string UnexpectedEnd = "unexpected-eof";
    public const string UnexpectedLazy = "unexpected-lazy";
    public const string TagMismatch = "end-tag-mismatch";
    public const string ClosingSlash = "unexpected-closing-slash";
    public const string SelfClosingSlash = "unexpected-self-closing-slash";
    public const string AttributeInClosingTag = "unexpected-attribute";
    public const string DuplicateLayout = "duplicate-layout";
    public const string DuplicateName = "duplicate-name";
}
