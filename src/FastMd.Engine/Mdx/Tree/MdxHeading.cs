namespace FastMd.Engine.Mdx.Tree;

/// <summary>A heading, for a table of contents.</summary>
/// <param name="Depth">1 to 6.</param>
/// <param name="Text">Its text.</param>
/// <param name="Id">Its id in the document; empty where its text makes none.</param>
internal readonly record struct MdxHeading(int Depth, string Text, string Id);
