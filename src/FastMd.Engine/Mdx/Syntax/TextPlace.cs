using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Where a text stands in a document.</summary>
/// <param name="Source">The document.</param>
/// <param name="Origin">Translates an offset in the text into one in the document.</param>
/// <param name="Indent">The indentation a line of the text had, where it has been taken off; null where lines still have it.</param>
internal readonly record struct TextPlace(string Source, Func<int, int> Origin, Func<int, string>? Indent = null)
{
    public int Of(int offset) => Origin(offset);

    /// <summary>Scans an expression from after its opening brace.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset after the brace.</param>
    /// <param name="end">The offset the expression must not reach past.</param>
    /// <param name="use">What the braces stand for.</param>
    /// <returns>What was found; the code knows where it stands in the document, also when this place is no longer there.</returns>
    public ExpressionScan Scan(string text, int start, int end, BraceUse use = BraceUse.Child)
    {
        var scan = ExpressionScanner.Scan(text, start, end, use);
        if (scan.Error is { } error)
        {
            return scan with { Error = error with { Offset = OffsetOf(error, text, start, end) } };
        }

        if (scan.Code is not { } code)
        {
            return scan;
        }

        var written = text.AsSpan(start..scan.End);
        if (TemplateIndent.Matters(written))
        {
            var indented = TemplateIndent.Of(text, start, scan.End, Indent);
            if (ExpressionScanner.Scan(indented, 0, indented.Length, use).Code is { } again)
            {
                return scan with { Code = again with { Origin = LineOrigins.Of(this, written, start, indented.AsSpan(..^1), 0) } };
            }
        }

        return ReferenceEquals(text, Source) && Of(code.Start) == code.Start
            ? scan
            : scan with { Code = code with { Origin = LineOrigins.Of(this, written, start, written, start) } };
    }

    /// <summary>Where an error is reported. Code ends before its last brace, and before the indentation that is not its own.</summary>
    private static int OffsetOf(ScriptError error, string text, int start, int end)
    {
        var offset = error.Offset;
        if (offset >= end || text[offset] != '}' || text.AsSpan((offset + 1)..end).Contains('}'))
        {
            return offset;
        }

        var indent = 0;
        while (indent < TemplateIndent.Columns && offset - indent > start && text[offset - indent - 1] == ' ')
        {
            indent++;
        }

        return offset - indent > start && text[offset - indent - 1] is '\r' or '\n' ? offset - indent : offset;
    }
}
