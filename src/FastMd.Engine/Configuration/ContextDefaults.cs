namespace FastMd.Engine.Configuration;

/// <summary>Defaults of settings of context that are longer than a line.</summary>
internal static class ContextDefaults
{
    /// <summary>Texts of links that pages have for their reader's browser.</summary>
    public static IReadOnlyList<string> Boilerplate { get; } =
    [
        "edit this page", "edit this page on github", "edit on github", "suggest edits", "raise issue", "view source", "back to top", "previous", "next",
        "previous page", "next page", "share", "share on x", "share on twitter", "share on linkedin", "share on facebook", "copy page",
    ];
}
