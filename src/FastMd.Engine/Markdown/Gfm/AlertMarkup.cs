using Markdig.Extensions.Alerts;
using Markdig.Renderers;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>What alerts are written with, whatever they were written as.</summary>
internal static class AlertMarkup
{
    public const string Class = "markdown-alert";
    public const string TitleClass = "markdown-alert-title";

    private static readonly string[] Kinds = ["note", "tip", "important", "warning", "caution"];
    private static readonly Lazy<Dictionary<string, string>> Icons = new(static () => Kinds.ToDictionary(static kind => kind, IconPath));

    /// <summary>The kind that a word names in any case, in small letters; null where it names none.</summary>
    public static string? KindOf(ReadOnlySpan<char> word)
    {
        foreach (var kind in Kinds)
        {
            if (word.Equals(kind, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The classes of an alert.</summary>
    public static string ClassesOf(string kind) => $"{Class} {Class}-{kind}";

    /// <summary>The outline of the icon of a kind, as the data of an SVG path in a square of 16.</summary>
    public static string IconOf(string kind) => Icons.Value[kind];

    /// <summary>The title of an alert that has none of its own: its kind.</summary>
    public static string TitleOf(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];

    // Markdig has the icons in what it writes, and nowhere else.
    private static string IconPath(string kind)
    {
        const string Before = " d=\"";
        using var written = new StringWriter();
        AlertBlockRenderer.DefaultRenderKind(new HtmlRenderer(written), new(kind));
        var html = written.ToString();
        var start = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return html[start..html.IndexOf('"', start)];
    }
}
