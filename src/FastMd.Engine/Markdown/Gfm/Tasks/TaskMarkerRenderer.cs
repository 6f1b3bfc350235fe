using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FastMd.Engine.Markdown.Gfm.Tasks;

/// <summary>Writes the check box of a task.</summary>
internal sealed class TaskMarkerRenderer : HtmlObjectRenderer<TaskList>
{
    public static void Write(HtmlRenderer renderer, bool isChecked)
        => renderer.Write(isChecked
            ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
            : "<input type=\"checkbox\" disabled=\"\" /> ");

    protected override void Write(HtmlRenderer renderer, TaskList task) => Write(renderer, task.Checked);
}
