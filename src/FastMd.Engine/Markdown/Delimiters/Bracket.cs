using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>A bracket that may begin a link or an image.</summary>
/// <param name="Text">The bracket as text.</param>
/// <param name="IsImage">Whether an exclamation mark stands before it.</param>
/// <param name="Label">The label that begins with it, if a definition has it.</param>
/// <param name="RunBefore">The last run before it.</param>
internal readonly record struct Bracket(LiteralInline Text, bool IsImage, string? Label, DelimiterRun? RunBefore);
