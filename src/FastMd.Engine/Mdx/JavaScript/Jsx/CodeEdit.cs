namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <summary>One stretch of code to be written otherwise.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character; the start of what is only put in.</param>
/// <param name="Code">What to write instead.</param>
/// <param name="Element">The element to compile instead.</param>
internal readonly record struct CodeEdit(int Start, int End, string? Code, JsxElement? Element = null);
