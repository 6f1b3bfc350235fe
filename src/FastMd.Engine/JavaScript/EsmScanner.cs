using FastMd.Engine.JavaScript.Parsing;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript;

/// <summary>Finds where a block of import and export statements ends, and what it imports and exports.</summary>
internal static class EsmScanner
{
    /// <summary>Scans from the start of a line that begins such a block. The block ends at the first blank line where the code is whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the line.</param>
    /// <param name="end">Offset the block must not reach past.</param>
    /// <param name="imported">Names that earlier blocks of the document import.</param>
    public static EsmScan Scan(string text, int start, int end, HashSet<string> imported)
    {
        var parser = new ModuleParser(new Grammar(text, start, end));
        try
        {
            var blockEnd = parser.Parse(imported);
            return parser.OtherStatementAt < 0
                ? new(ScanStatus.Complete, blockEnd, parser.Statements, null)
                : Refuse(parser.OtherStatementAt, "Only `import` and `export` statements can stand here: leave a blank line before text", ScriptRules.NotAModuleItem, atEnd: false);
        }
        catch (SyntaxErrorException exception)
        {
            return Refuse(exception.Offset, exception.Message, ScriptRules.Syntax, exception.AtEnd);
        }
    }

    /// <summary>Whether a line begins such a block: <c>import</c> or <c>export</c> and a space, at its very start.</summary>
    public static bool Begins(ReadOnlySpan<char> line)
        => line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("export ", StringComparison.Ordinal);

    private static EsmScan Refuse(int offset, string message, string rule, bool atEnd)
        => new(atEnd ? ScanStatus.Incomplete : ScanStatus.Invalid, offset, [], new(offset, message, rule));
}

/// <summary>A block of import and export statements.</summary>
/// <param name="Status">How the scan ended.</param>
/// <param name="End">Offset of the line ending that ends the block's last line, or of the end of the text; meaningless unless complete.</param>
/// <param name="Statements">The statements, in order.</param>
/// <param name="Error">What is wrong; null when complete.</param>
internal sealed record EsmScan(ScanStatus Status, int End, IReadOnlyList<EsmStatement> Statements, ScriptError? Error);
