using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Program;

/// <summary>A place of some code that is written otherwise than it stands.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The offset after it; where it begins if something is only put in.</param>
/// <param name="Code">What is written there.</param>
/// <param name="Element">The element that is written there, if it is one.</param>
internal sealed record CodeEdit(int Start, int End, string Code, JsxElement? Element = null);
