namespace FastMd.Engine.JavaScript;

/// <summary>A stretch of text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal readonly record struct CodeSpan(int Start, int End)
{
    public int Length => End - Start;
}
