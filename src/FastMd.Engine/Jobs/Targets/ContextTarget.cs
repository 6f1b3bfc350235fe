using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>Context for language models, an index of it, and what else was asked for of all of it.</summary>
public sealed record ContextTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "context";

    /// <inheritdoc/>
    public override string Extension => ContextConverter.Extension;

    /// <summary>True: so <c>a.md</c> and <c>a.mdx</c> become two files.</summary>
    public override bool AppendsExtension => true;

    /// <inheritdoc/>
    public override bool FollowsRoutes => true;

    /// <summary>How documents are converted.</summary>
    public ContextOptions Context { get; init; } = new();

    /// <summary>What is written of all documents.</summary>
    public ContextProducts Set { get; init; } = new();

    /// <inheritdoc/>
    public override bool HasProducts => true;

    /// <summary>The target as the settings say.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    internal static ContextTarget From(SettingsResolver settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var set = new ContextProducts
        {
            ChunkTokens = settings.Get(SettingsTable.Chunks),
            ChunkForm = settings.Get(SettingsTable.ChunkForm),
            MaximumTokens = settings.Get(SettingsTable.MaxTokens),
            Tokens = settings.Get(SettingsTable.Tokens),
            HasList = settings.Get(SettingsTable.LlmsTxt),
            HasWhole = settings.Get(SettingsTable.LlmsFull),
        };
        return new()
        {
            Set = set,
            Context = new()
            {
                Profile = settings.Get(SettingsTable.ContextProfile),
                Skip = settings.Get(SettingsTable.ContextSkip),
                RefusesUnknown = settings.Get(SettingsTable.RefuseUnknownComponents),
                ComponentRules = ComponentSettings.From(settings),
                FrontMatter = settings.Get(SettingsTable.ContextFrontMatter),
                SiteUrl = settings.Get(SettingsTable.SiteUrl),
                Repository = settings.Get(SettingsTable.Repository),
                Ref = settings.Get(SettingsTable.Ref),
                License = settings.Get(SettingsTable.License),
                StripsUrls = settings.Get(SettingsTable.StripUrls),
                Boilerplate = string.Join('\n', settings.Get(SettingsTable.Boilerplate)),
                Tokens = set.Tokens,
                MapsLines = set.ChunkTokens > 0,
            },
        };
    }

    /// <inheritdoc/>
    public override IDocumentConverter CreateConverter() => new ContextConverter(Context);

    /// <inheritdoc/>
    public override IReadOnlyList<string> SourcePatterns() => ["*.mdx", .. DocumentFormats.DefaultPatterns, .. DocumentFormats.BookPatterns];

    /// <summary>Partials of MDX, by the convention of Docusaurus.</summary>
    public override IReadOnlyList<string> PartialPatterns() => ["_*.mdx"];

    /// <inheritdoc/>
    public override IEnumerable<TargetProduct> Products(IReadOnlyList<DocumentEntry> documents) => Set.Of(documents);
}
