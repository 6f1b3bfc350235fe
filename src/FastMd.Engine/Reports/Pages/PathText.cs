using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>A path whose name stands out. Each part is set apart, so that one in another script does not turn its surroundings around.</summary>
internal static class PathText
{
    private static readonly char[] Separators = ['/', '\\'];

    public static void Write(Markup page, string path)
    {
        using var whole = page.Open("span", ("dir", "ltr"));
        var name = path.LastIndexOfAny(Separators) + 1;
        if (name > 0)
        {
            using (page.Open("span", ("class", "folder")))
            {
                Folders(page, path[..name]);
            }
        }

        page.Element("bdi", path[name..], ("dir", "ltr"));
    }

    private static void Folders(Markup page, string path)
    {
        for (var start = 0; start < path.Length;)
        {
            var end = path.IndexOfAny(Separators, start);
            page.Element("bdi", path[start..end], ("dir", "ltr"));
            page.Text(path[end..(end + 1)]);
            start = end + 1;
        }
    }
}
