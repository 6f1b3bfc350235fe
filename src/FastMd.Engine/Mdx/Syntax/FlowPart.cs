using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>A tag, or an expression: without code it holds nothing but comments.</summary>
/// <param name="Tag">The tag; null for an expression.</param>
/// <param name="Code">The expression.</param>
/// <param name="Start">Where it begins in the document.</param>
/// <param name="End">The offset after its last character.</param>
internal sealed record FlowPart(JsxTag? Tag, CodeFragment? Code, int Start, int End);
