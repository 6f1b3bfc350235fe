using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Gfm;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>The elements of alerts.</summary>
internal static class AlertElements
{
    private static readonly JsxAttribute[] Picture =
    [
        new("viewBox") { Text = "0 0 16 16" }, new("version") { Text = "1.1" }, new("width") { Text = "16" }, new("height") { Text = "16" },
        new("aria-hidden") { Text = "true" },
    ];

    /// <summary>A paragraph with the icon of a kind of alert; the text of the title is missing still.</summary>
    public static MdxElement TitleWithIcon(string kind)
    {
        var icon = new MdxElement(Tags.Svg) { Attributes = Picture };
        icon.Append(new MdxElement(Tags.Path) { Attributes = [new("d") { Text = AlertMarkup.IconOf(kind) }] });
        var title = new MdxElement(Tags.P) { Attributes = [new("className") { Text = AlertMarkup.TitleClass }] };
        title.Append(icon);
        return title;
    }
}
