using FastMd.Engine.Markdown.Gfm.Tasks;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Writes lists with the line breaks of the CommonMark reference: an item that begins with a block of its own begins on a new line.
/// Markdig's own renderer differs there in bytes, not in meaning.
/// </summary>
internal sealed class SpecListRenderer : HtmlObjectRenderer<ListBlock>
{
    protected override void Write(HtmlRenderer renderer, ListBlock list)
    {
        renderer.EnsureLine();
        renderer.Write(list.IsOrdered ? "<ol" : "<ul");
        if (list is { IsOrdered: true, OrderedStart: { } start } && start.TrimStart('0') is var number and not "1")
        {
            renderer.Write(" start=\"").Write(number.Length > 0 ? number : "0").Write('"');
        }

        renderer.WriteAttributes(list);
        renderer.WriteLine('>');

        var outer = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = !list.IsLoose;
        foreach (var item in list)
        {
            WriteItem(renderer, (ListItemBlock)item);
        }

        renderer.ImplicitParagraph = outer;
        renderer.WriteLine(list.IsOrdered ? "</ol>" : "</ul>");
    }

    private static void WriteItem(HtmlRenderer renderer, ListItemBlock item)
    {
        renderer.EnsureLine();
        renderer.Write("<li").WriteAttributes(item).Write('>');
        if (EmptyTask.Of(item) is { } isChecked)
        {
            TaskMarkerRenderer.Write(renderer, isChecked);
        }

        if (item.Count > 0 && !(renderer.ImplicitParagraph && item[0] is ParagraphBlock))
        {
            renderer.WriteLine();
        }

        renderer.WriteChildren(item);
        renderer.WriteLine("</li>");
    }
}
