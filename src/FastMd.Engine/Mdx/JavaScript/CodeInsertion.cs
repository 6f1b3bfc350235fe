namespace FastMd.Engine.Mdx.JavaScript;

/// <summary>Code to put into other code.</summary>
/// <param name="Offset">Where, as an offset into the other's text.</param>
/// <param name="Code">The code.</param>
internal readonly record struct CodeInsertion(int Offset, string Code);
