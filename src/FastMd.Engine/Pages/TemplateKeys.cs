namespace FastMd.Engine.Pages;

/// <summary>The keys of a template that are not the front matter's.</summary>
internal static class TemplateKeys
{
    public const string Title = "title";
    public const string Heading = "heading";
    public const string Content = "content";
    public const string Contents = "toc";
    public const string Root = "root";

    /// <summary>The item at hand of a list.</summary>
    public const string Item = ".";
}
