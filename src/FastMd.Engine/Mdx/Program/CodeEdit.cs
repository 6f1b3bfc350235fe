using FastMd.Engine.Mdx.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Program;

/// <summary>A place of some code that is written otherwise than it stands.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Element">The element there; null where it is the argument of an import call or the module's address.</param>
/// <param name="IsMetaUrl">Whether it is the module's address.</param>
internal readonly record struct CodeEdit(int Start, int End, JsxElement? Element, bool IsMetaUrl);
