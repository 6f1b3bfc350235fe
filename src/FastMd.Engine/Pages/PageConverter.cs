using System.Collections.Concurrent;
using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pages;

/// <summary>Makes pages of what another converter makes fragments of.</summary>
/// <param name="fragments">The other converter.</param>
/// <param name="template">The template.</param>
/// <param name="options">What pages load and show besides their documents.</param>
/// <param name="rawHtml">What becomes of HTML and addresses in front matter.</param>
public sealed class PageConverter(
    IDocumentConverter fragments, PageTemplate template, PageOptions? options = null, RawHtmlHandling rawHtml = RawHtmlHandling.Allow) : IDocumentConverter
{
    private const string Untitled = "Untitled";

    private readonly PageOptions _options = options ?? new();
    private readonly ConcurrentBag<Utf8TextWriter> _writers = [];

    /// <inheritdoc/>
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!_writers.TryTake(out var fragment))
        {
            fragment = new();
        }

        var converted = fragments.Convert(source, links, fragment, cancellation);
        var name = Path.GetFileNameWithoutExtension(source.Name);
        var page = new Page(fragment.WrittenBytes, converted, name.Length > 0 ? name : Untitled, source.Root) { Options = _options };
        var warnings = output is Utf8TextWriter utf8 ? template.Render(page, utf8, rawHtml) : Render(page, output);

        // Reuse the buffer only after success: one that an exception left behind is not worth clearing.
        fragment.Clear();
        _writers.Add(fragment);
        return warnings.Count == 0 ? converted : converted with { Diagnostics = [.. converted.Diagnostics, .. warnings] };
    }

    /// <inheritdoc/>
    public long NeededBytes(SourceText source) => fragments.NeededBytes(source);

    private IReadOnlyCollection<Diagnostic> Render(Page page, TextWriter output)
    {
        using var text = new Utf8TextWriter();
        var warnings = template.Render(page, text, rawHtml);
        output.Write(text.ToString());
        return warnings;
    }
}

/// <summary>What a template makes a page of.</summary>
/// <param name="Content">The converted document: HTML in UTF-8.</param>
/// <param name="Document">What is known of it.</param>
/// <param name="Name">What the page is called where the document has no title.</param>
/// <param name="Root">Path from the page's folder to the destination, with a slash at its end; empty in the destination itself.</param>
internal sealed record Page(ReadOnlyMemory<byte> Content, ConvertedDocument Document, string Name, string Root = "")
{
    /// <summary>What it loads and shows besides its document.</summary>
    public PageOptions Options { get; init; } = new();

    /// <summary>Address of the script that typesets its math; empty where there is neither.</summary>
    public string MathScript => Has(DocumentFeatures.Math) ? Rooted(Options.MathScript) : "";

    /// <summary>Address of the script that draws its diagrams; empty where there is neither.</summary>
    public string MermaidScript => Has(DocumentFeatures.Mermaid) ? Rooted(Options.MermaidScript) : "";

    /// <summary>Whether that script is a module.</summary>
    public bool IsMermaidModule
        => MermaidScript is var script && script[..(script.IndexOfAny(['?', '#']) is >= 0 and var end ? end : script.Length)].EndsWith(".mjs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has code with a button that copies it.</summary>
    public bool HasCopyButton => Options.CopyButton && Has(DocumentFeatures.Code);

    /// <summary>Front matter's title, else the first heading, else the name.</summary>
    public string Title => string.IsNullOrWhiteSpace(Document.Title) ? Name : Document.Title;

    /// <summary>The title where only the front matter has it and no heading of level 1 shows it; empty otherwise.</summary>
    internal string Heading
        => FrontMatterTitle is { } title && !Document.Headings.Any(heading => heading.Level == 1) ? title : "";

    private bool Has(DocumentFeatures feature) => (Document.Features & feature) != 0;

    /// <summary>An address as this page has to write it.</summary>
    private string Rooted(string address)
        => address.Length == 0 || address[0] == '/' || address.Contains(':', StringComparison.Ordinal) ? address : Root + address;

    private string? FrontMatterTitle
        => Document.FrontMatter is { } data && data.TryGetValue("title", out var title) && title is string or long
            ? System.Convert.ToString(title, CultureInfo.InvariantCulture)
            : null;
}
