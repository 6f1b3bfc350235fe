using System.Text;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pages;

/// <summary>Wraps converted documents in a page. Made once, used by any number of threads. docs/pages.md says how templates are written.</summary>
public sealed class PageTemplate
{
    private const string DefaultResource = "FastMd.Engine.Pages.default.html";

    private static readonly Lazy<PageTemplate> LazyDefault = new(ReadDefault);

    private readonly IReadOnlyList<TemplatePart> _parts;

    private PageTemplate(string name, string text)
    {
        Name = name;
        Hash = ContentHash.Of(text);
        _parts = new TemplateParser(text, name).Parse();
    }

    /// <summary>The template that comes with FastMd: one page, nothing else to load.</summary>
    public static PageTemplate Default => LazyDefault.Value;

    /// <summary>Its name in messages: its path, for a file.</summary>
    public string Name { get; }

    /// <summary>Tells one template from another by what stands in it.</summary>
    internal ContentHash Hash { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="path">Absolute path of a file in UTF-8.</param>
    /// <exception cref="SettingException">There is no such file, or it is no template; the message says where and what to do.</exception>
    public static PageTemplate Read(string path)
    {
        try
        {
            return new(path, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SettingException($"The template '{path}' cannot be read: {unreadable.Message}", unreadable);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new SettingException($"The template '{path}' is not UTF-8; save it as UTF-8.", invalid);
        }
    }

    /// <summary>Takes a text for a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="SettingException">It is no template; the message says where and why.</exception>
    public static PageTemplate Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(name, text);
    }

    /// <summary>Writes a page.</summary>
    /// <param name="page">What goes into it.</param>
    /// <param name="output">Receives it.</param>
    /// <param name="rawHtml">What becomes of HTML and addresses in front matter.</param>
    /// <returns>Warnings: what the template asks for and the document does not have, or may not have there.</returns>
    internal IReadOnlyCollection<Diagnostic> Render(Page page, Utf8TextWriter output, RawHtmlHandling rawHtml = RawHtmlHandling.Allow)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(output);
        var rendering = new PageRendering(Name, page, output, rawHtml);
        rendering.Write(_parts);
        return rendering.Diagnostics;
    }

    private static PageTemplate ReadDefault()
    {
        using var resource = typeof(PageTemplate).Assembly.GetManifestResourceStream(DefaultResource)!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return new("default.html", reader.ReadToEnd());
    }
}

/// <summary>The keys of a template that are not the front matter's.</summary>
internal static class TemplateKeys
{
    public const string Title = "title";
    public const string Heading = "heading";
    public const string Content = "content";
    public const string Contents = "toc";
    public const string Root = "root";
    public const string MathScript = "mathScript";
    public const string MermaidScript = "mermaidScript";
    public const string MermaidModule = "mermaidModule";
    public const string Components = "componentStyles";
    public const string CopyButton = "copyButton";

    /// <summary>The item at hand of a list.</summary>
    public const string Item = ".";
}
