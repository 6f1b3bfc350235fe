namespace FastMd.Engine.Safety;

/// <summary>
/// What FastMd writes itself and GitHub does not let authors write: classes, the box of a task, the icon of an alert, how a cell is aligned.
/// It is known by its form alone: whoever writes the very same in HTML gets it, too, and it does nothing but look.
/// </summary>
internal static class OwnMarkup
{
    private const string Language = "language-";

    private static readonly HashSet<string> Classes =
    [
        "contains-task-list", "directive", "data-footnote-backref", "footnote-backref", "footnote-ref", "footnotes", "markdown-alert", "markdown-alert-caution",
        "markdown-alert-important", "markdown-alert-note", "markdown-alert-tip", "markdown-alert-title", "markdown-alert-warning", "math", "math-display", "math-inline", "sr-only", "task-list-item",
    ];

    /// <summary>Whether it has an element of that name.</summary>
    public static bool HasElement(string name) => name is "section" or "input" or "svg" or "path";

    /// <summary>Whether an attribute is one of its.</summary>
    /// <param name="element">The element's name, in lower case.</param>
    /// <param name="name">The attribute's name, in lower case.</param>
    /// <param name="value">Its value.</param>
    public static bool HasAttribute(string element, string name, string value) => (element, name) switch
    {
        ("input", _) => name is "type" or "checked" or "disabled",
        ("svg", _) => name is "viewbox" or "version" or "width" or "height" or "aria-hidden",
        ("path", _) => name is "d",
        ("code", "data-title" or "data-lines" or "data-meta") => true,
        ("code", "class") => value.StartsWith(Language, StringComparison.Ordinal),
        (_, "class") => value.Split(' ').All(static name => Classes.Contains(name) || name.StartsWith("directive-", StringComparison.Ordinal)),
        ("td" or "th", "style") => value is "text-align: left" or "text-align: center" or "text-align: right",
        ("section", "data-footnotes") or ("a", "data-footnote-ref" or "data-footnote-backref") => value.Length == 0,
        _ => false,
    };
}
