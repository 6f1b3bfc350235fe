namespace FastMd.Engine.JavaScript;

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
