using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Headings;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Collects the headings of a document, and gives them ids.</summary>
/// <param name="tree">Receives the headings.</param>
/// <param name="writesIds">Whether the ids are written; else they are only known, to check links by.</param>
/// <param name="slugger">Makes ids, each once; null for those of this document alone.</param>
internal sealed class HeadingList(MdxTree tree, bool writesIds = true, GitHubSlugger? slugger = null)
{
    private readonly GitHubSlugger _slugger = slugger ?? new();

    /// <summary>Adds a heading.</summary>
    /// <returns>Its attributes; null where it has none.</returns>
    public IReadOnlyList<JsxAttribute>? Add(HeadingBlock heading)
    {
        var text = HeadingText.Of(heading);
        var id = HeadingIds.Id(heading, text, _slugger);
        tree.Headings.Add(new(heading.Level, text, string.IsNullOrEmpty(id) ? null : id));
        return writesIds && !string.IsNullOrEmpty(id) ? [Attribute(id)] : ChosenId(heading);
    }

    /// <summary>The attributes of a heading whose id the author chose; null where it has no such id.</summary>
    public static IReadOnlyList<JsxAttribute>? ChosenId(HeadingBlock heading) => CustomHeadingId.Of(heading) is { } id ? [Attribute(id)] : null;

    private static JsxAttribute Attribute(string id) => new("id") { Text = id };
}
