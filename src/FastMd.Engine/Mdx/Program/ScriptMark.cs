namespace FastMd.Engine.Mdx.Program;

/// <summary>That what is written from here on comes from a place in the document.</summary>
/// <param name="Position">Where in what is written.</param>
/// <param name="Offset">The offset in the document.</param>
internal readonly record struct ScriptMark(int Position, int Offset);
