namespace FastMd.Engine.Safety;

/// <summary>The elements that GitHub lets through, and how they are written.</summary>
internal static class AllowedElements
{
    private static readonly HashSet<string> Names =
    [
        "a", "abbr", "b", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre",
        "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td",
        "tfoot", "th", "thead", "time", "tr", "tt", "ul", "var", "wbr",
    ];

    private static readonly HashSet<string> Voids = ["br", "hr", "img", "input", "source", "wbr"];

    private static readonly HashSet<string> OptionalEnds = ["dd", "dt", "li", "p", "path", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr"];

    /// <summary>Whether it may stand where it stands.</summary>
    /// <param name="name">Its name, in lower case.</param>
    /// <param name="open">What it stands in.</param>
    /// <remarks>Rows, cells and items by themselves would end the table or list that a page has around its content.</remarks>
    public static bool Has(string name, OpenElements open) => name switch
    {
        "li" => open.Has("ul") || open.Has("ol"),
        "caption" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" => open.Has("table"),
        _ => Names.Contains(name),
    };

    /// <summary>Whether it has neither content nor an end.</summary>
    public static bool IsVoid(string name) => Voids.Contains(name);

    /// <summary>Whether it ends by itself where what it stands in ends.</summary>
    public static bool EndsByItself(string name) => OptionalEnds.Contains(name);
}
