using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>Markdown in one style. MDX becomes Markdown as it does for context.</summary>
public sealed record MarkdownTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "markdown";

    /// <inheritdoc/>
    public override string Extension => ".md";

    /// <summary>False: the links of a document that is only written in another style stay as they are.</summary>
    public override bool RewritesLinks => false;

    /// <summary>What components of MDX become besides what is known of them, as JSON.</summary>
    public string ComponentRules { get; init; } = "";

    /// <summary>Whether documents are compared with what they would become, and nothing is written.</summary>
    public bool Checks { get; init; }

    /// <summary>The target as the settings say.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    internal static MarkdownTarget From(SettingsResolver settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new() { ComponentRules = ComponentSettings.From(settings) };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> SourcePatterns() => [.. DocumentFormats.DefaultPatterns, .. DocumentFormats.BookPatterns];

    /// <inheritdoc/>
    public override IDocumentConverter CreateConverter() => new FormattingConverter(ComponentRules, Checks);
}
