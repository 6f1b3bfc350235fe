using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>JavaScript modules, of MDX and of Markdown.</summary>
public sealed record JavaScriptTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "js";

    /// <inheritdoc/>
    public override string Extension => ".js";

    /// <summary>True: so modules tell what they were made of, and <c>a.md</c> and <c>a.mdx</c> become two files.</summary>
    public override bool AppendsExtension => true;

    /// <summary>How MDX is compiled.</summary>
    public MdxOptions Mdx { get; init; } = new();

    /// <summary>Whether links between documents lead to the modules they become. Bundlers resolve addresses themselves: by default they stay.</summary>
    public bool RewriteLinks { get; init; }

    /// <inheritdoc/>
    public override bool RewritesLinks => RewriteLinks;

    /// <inheritdoc/>
    public override DocumentFormat UnnamedFormat => DocumentFormat.Mdx;

    /// <summary>The target as the settings say.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    internal static JavaScriptTarget From(SettingsResolver settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        RefuseGiven(settings, SettingsTable.As, static value => value is OutputForm.Page, "pages are HTML");
        RefuseGiven(settings, SettingsTable.Template, static value => value is string { Length: > 0 }, "pages are HTML");
        RefuseGiven(settings, SettingsTable.RawHtml, static value => value is RawHtmlHandling.Sanitize, "only HTML is sanitized");
        return new()
        {
            RewriteLinks = settings.Get(SettingsTable.RewriteLinks),
            Mdx = new()
            {
                Extensions = ExtensionSettings.From(settings, SyntaxExtensions.None),
                Format = settings.Get(SettingsTable.MdxFormat),
                Runtime = settings.Get(SettingsTable.JsxRuntime),
                ImportSource = settings.Get(SettingsTable.JsxImportSource),
                Pragma = settings.Get(SettingsTable.JsxPragma),
                PragmaFragment = settings.Get(SettingsTable.JsxPragmaFragment),
                PragmaImportSource = settings.Get(SettingsTable.JsxPragmaImportSource),
                ProviderImportSource = settings.Get(SettingsTable.ProviderImportSource),
                Development = settings.Get(SettingsTable.Development),
                Program = settings.Get(SettingsTable.MdxProgram),
                KeepJsx = settings.Get(SettingsTable.KeepJsx),
                FrontMatterExport = settings.Get(SettingsTable.FrontMatterExport),
                HeadingIds = settings.Get(SettingsTable.MdxHeadingIds),
                ContentsExport = settings.Get(SettingsTable.ContentsExport),
                SourceMap = settings.Get(SettingsTable.SourceMap),
            },
        };
    }

    /// <inheritdoc/>
    public override IDocumentConverter CreateConverter() => new MdxConverter(Mdx);

    /// <inheritdoc/>
    public override IReadOnlyList<string> SourcePatterns() => ["*.mdx", .. DocumentFormats.DefaultPatterns];

    // What a file or the environment says of HTML is for other runs: who asks for it here meant something else.
    private static void RefuseGiven(SettingsResolver settings, Setting setting, Func<object, bool> isHtmlOnly, string reason)
    {
        if (settings.Resolve(setting) is { Origin: SettingOrigin.Given } given && isHtmlOnly(given.Value))
        {
            throw new SettingException($"{given.Source}: {reason}, and documents become JavaScript here; leave it out, or convert to html.");
        }
    }
}
