namespace FastMd.Engine.Mdx.JavaScript.Writing;

/// <summary>A place in a text.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column in UTF-16 units, from 1.</param>
internal readonly record struct TextPosition(int Line, int Column);
