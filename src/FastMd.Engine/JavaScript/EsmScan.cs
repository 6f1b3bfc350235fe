namespace FastMd.Engine.JavaScript;

/// <summary>A block of import and export statements.</summary>
/// <param name="Status">How the scan ended.</param>
/// <param name="End">Offset of the line ending that ends the block's last line, or of the end of the text; meaningless unless complete.</param>
/// <param name="Statements">The statements, in order.</param>
/// <param name="Error">What is wrong; null when complete.</param>
internal sealed record EsmScan(ScanStatus Status, int End, IReadOnlyList<EsmStatement> Statements, ScriptError? Error);
