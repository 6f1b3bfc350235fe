namespace FastMd.Engine.Mdx.JavaScript;

/// <summary>Finds where an expression in braces ends, and whether it is JavaScript.</summary>
internal static class ExpressionScanner
{
    /// <summary>Scans from after an opening brace.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset after the opening brace.</param>
    /// <param name="end">Offset the expression must not reach past.</param>
    /// <param name="use">What the braces stand for.</param>
    public static ExpressionScan Scan(string text, int start, int end, BraceUse use = BraceUse.Child)
        => throw new NotImplementedException();
}
