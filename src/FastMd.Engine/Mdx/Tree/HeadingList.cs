using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Headings;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Gives headings their ids and notes them.</summary>
internal sealed class HeadingList(MdxTree tree)
{
    private readonly GitHubSlugger _slugger = new();

    /// <summary>Notes a heading.</summary>
    /// <returns>Its attributes; null where it has none.</returns>
    public IReadOnlyList<JsxAttribute>? Add(HeadingBlock heading)
    {
        var text = HeadingText.Of(heading);
        var id = _slugger.Next(text);
        tree.Headings.Add(new(heading.Level, text, id.Length > 0 ? id : null));
        return id.Length > 0 ? [new("id") { Text = id }] : null;
    }
}
