using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>A path whose name stands out. It is set apart, so that one in another script does not turn its surroundings around.</summary>
internal static class PathText
{
    public static void Write(Markup page, string path)
    {
        using var apart = page.Open("bdi", ("dir", "ltr"));
        var name = path.AsSpan().LastIndexOfAny('/', '\\') + 1;
        if (name > 0)
        {
            page.Element("span", path[..name], ("class", "folder"));
        }

        page.Text(path[name..]);
    }
}
