using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Lists;

/// <summary>Stands in an item, until its list ends, for a paragraph that was all definitions: blank lines beside it make the list loose.</summary>
internal sealed class VanishedBlock() : LeafBlock(null);
