using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Code;
using FastMd.Engine.Mdx.Html;
using FastMd.Engine.Pages;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>HTML: fragments, or pages by a template.</summary>
public sealed record HtmlTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    public override string Extension => ".html";

    /// <summary>How Markdown is read, and what becomes of HTML in it.</summary>
    public MarkdownOptions Markdown { get; init; } = new(Extensions: ExtensionSettings.OfGitHub);

    /// <summary>Whether <c>README.md</c> becomes <c>index.html</c>.</summary>
    public bool ReadmeAsIndex { get; init; }

    /// <inheritdoc/>
    public override bool ReadmeIsIndex => ReadmeAsIndex;

    /// <summary>Whether <c>.mdx</c> is read as MDX or as Markdown.</summary>
    public MdxFormat MdxFormat { get; init; }

    /// <summary>What becomes of components.</summary>
    public ComponentHandling Components { get; init; } = ComponentHandling.Render;

    /// <summary>What components become besides what is known of them, as JSON.</summary>
    public string ComponentRules { get; init; } = "";

    /// <summary>What pages are made by; null where documents become fragments.</summary>
    public PageTemplate? Page { get; init; }

    /// <summary>What pages load and show besides their documents.</summary>
    public PageOptions PageOptions { get; init; } = new();

    /// <summary>Partials of MDX, by the convention of Docusaurus.</summary>
    public override IReadOnlyList<string> PartialPatterns() => ["_*.mdx"];

    /// <inheritdoc/>
    public override PageTemplate? Template => Page;

    /// <summary>The target as the settings say.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    internal static HtmlTarget From(SettingsResolver settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var page = PageFrom(settings);
        var flavor = settings.Get(SettingsTable.Flavor);
        var extensions = ExtensionSettings.From(settings, flavor == MarkdownFlavor.Gfm ? ExtensionSettings.OfGitHub : SyntaxExtensions.None);
        return new()
        {
            Markdown = new(flavor, settings.Get(SettingsTable.RawHtml), extensions) { Code = CodeFrom(settings) },
            MdxFormat = settings.Get(SettingsTable.MdxFormat),
            ReadmeAsIndex = settings.Get(SettingsTable.ReadmeAsIndex),
            Components = settings.Get(SettingsTable.MdxComponents),
            ComponentRules = ComponentSettings.From(settings),
            Page = page,

            // Fragments do not depend on them, and are not stale where they change.
            PageOptions = page is null ? new() : PageOptionsFrom(settings),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> SourcePatterns() => [.. DocumentFormats.DefaultPatterns, .. DocumentFormats.BookPatterns];

    /// <inheritdoc/>
    public override IDocumentConverter CreateConverter()
        => Page is { } template ? new PageConverter(Fragments(), template, PageOptions, Markdown.RawHtml) : Fragments();

    /// <inheritdoc/>
    public override IDocumentConverter CreateLinkFinder() => new StaticLinkFinder(Fragments());

    internal override Target WithoutTemplate() => this with { Page = null };

    private MdxHtmlOptions MdxHtml => new() { Components = Components, ComponentRules = ComponentRules, RawHtml = Markdown.RawHtml, Extensions = Markdown.UsedExtensions, Code = Markdown.Code };

    private IDocumentConverter Fragments()
        => MdxFormat == MdxFormat.Md
            ? new MarkdownConverter(Markdown)
            : new ConverterByFormat(new MarkdownConverter(Markdown), new MdxHtmlConverter(MdxHtml));

    private static CodeOptions CodeFrom(SettingsResolver settings) => new()
    {
        KeepsMeta = settings.Get(SettingsTable.CodeMeta),
        WritesMermaid = settings.Get(SettingsTable.MermaidScript).Length > 0,
    };

    private static PageOptions PageOptionsFrom(SettingsResolver settings) => new()
    {
        MathScript = settings.Get(SettingsTable.MathScript),
        MermaidScript = settings.Get(SettingsTable.MermaidScript),
        CopyButton = settings.Get(SettingsTable.CopyButton),
    };

    // Naming a template asks for pages, unless fragments are asked for just there or nearer by.
    private static PageTemplate? PageFrom(SettingsResolver settings)
    {
        var path = settings.GetPath(SettingsTable.Template);
        var isPage = settings.Get(SettingsTable.As) == OutputForm.Page
            || (path is not null && settings.IsNamedBefore(SettingsTable.Template, SettingsTable.As));
        return !isPage ? null : path is null ? PageTemplate.Default : PageTemplate.Read(path);
    }

    /// <summary>Converts each document as its format demands.</summary>
    private sealed class ConverterByFormat(IDocumentConverter markdown, IDocumentConverter mdx) : IDocumentConverter
    {
        public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
            => Of(source).Convert(source, links, output, cancellation);

        public long NeededBytes(SourceText source) => Of(source).NeededBytes(source);

        private IDocumentConverter Of(SourceText source) => source.Format == DocumentFormat.Mdx ? mdx : markdown;
    }

    /// <summary>Finds links: what HTML has to leave out is no matter of theirs.</summary>
    private sealed class StaticLinkFinder(IDocumentConverter converter) : IDocumentConverter
    {
        public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
        {
            var converted = converter.Convert(source, links, output, cancellation);
            return converted with
            {
                Diagnostics = [.. converted.Diagnostics.Where(static diagnostic => diagnostic.Code
                is not (DiagnosticCodes.MdxExpressionLeftOut or DiagnosticCodes.MdxComponentUnknown or DiagnosticCodes.MdxComponentEmpty))]
            };
        }

        public long NeededBytes(SourceText source) => converter.NeededBytes(source);
    }
}
