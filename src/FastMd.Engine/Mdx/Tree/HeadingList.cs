using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Headings;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Collects the headings of a document, and gives them ids.</summary>
/// <param name="tree">Receives the headings.</param>
/// <param name="writesIds">Whether the ids are written; else they are only known, to check links by.</param>
internal sealed class HeadingList(MdxTree tree, bool writesIds = true)
{
    private readonly GitHubSlugger _slugger = new();

    /// <summary>Adds a heading.</summary>
    /// <returns>Its attributes; null where it has none.</returns>
    public IReadOnlyList<JsxAttribute>? Add(HeadingBlock heading)
    {
        var text = HeadingText.Of(heading);
        var id = _slugger.Next(text);
        tree.Headings.Add(new(heading.Level, text, id.Length > 0 ? id : null));
        return writesIds && id.Length > 0 ? [new("id") { Text = id }] : null;
    }
}
