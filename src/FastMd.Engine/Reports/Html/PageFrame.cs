using System.Security.Cryptography;
using System.Text;

namespace FastMd.Engine.Reports.Html;

/// <summary>
/// A page in one file: it holds its only style sheet, and its policy allows that one and nothing else, no script and no network.
/// </summary>
internal static class PageFrame
{
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageStyle.Sheet)))}'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="content">Writes what stands on it.</param>
    public static void Write(string title, TextWriter output, Action<Markup> content)
    {
        var markup = new Markup(output);
        markup.Raw("<!DOCTYPE html>\n");
        using (markup.Open("html", ("lang", "en")))
        {
            using (markup.Open("head"))
            {
                Head(markup, title);
            }

            using (markup.Open("body"))
            {
                using (markup.Open("main"))
                {
                    content(markup);
                }
            }
        }
    }

    /// <summary>A part of a page under a heading.</summary>
    public static void Section(Markup page, string heading, Action content)
    {
        using (page.Open("section"))
        {
            page.Element("h2", heading);
            content();
        }
    }

    private static void Head(Markup markup, string title)
    {
        markup.Empty("meta", ("charset", "utf-8"));
        markup.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        markup.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        markup.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        markup.Element("title", title);
        using (markup.Open("style"))
        {
            markup.Raw(PageStyle.Sheet);
        }
    }
}
