using FastMd.Engine.Configuration;

namespace FastMd.Engine.Context;

/// <summary>What decides the context that a document becomes, besides its text.</summary>
public sealed record ContextOptions
{
    /// <summary>How much of long code is kept.</summary>
    public ContextProfile Profile { get; init; } = ContextProfile.Balanced;

    /// <summary>Steps that are not taken.</summary>
    public ContextSteps Skip { get; init; }

    /// <summary>Whether a component of which nobody says what it becomes is an error, not a warning.</summary>
    public bool RefusesUnknown { get; init; }

    /// <summary>What components become besides what is known of them: a JSON object, by name a kind or an object; empty for nothing.</summary>
    public string ComponentRules { get; init; } = "";

    /// <summary>Front matter of the output.</summary>
    public ContextFrontMatter FrontMatter { get; init; }

    /// <summary>Address of the site that the documents are published at; empty where links lead to the files that are written.</summary>
    public string SiteUrl { get; init; } = "";

    /// <summary>Address of the repository that the documents are from; empty for none.</summary>
    public string Repository { get; init; } = "";

    /// <summary>Branch, tag or commit there; empty for none.</summary>
    public string Ref { get; init; } = "";

    /// <summary>License of the documents; empty for none.</summary>
    public string License { get; init; } = "";

    /// <summary>Whether links become their text.</summary>
    public bool StripsUrls { get; init; }

    /// <summary>Texts of links that are no content, one a line.</summary>
    public string Boilerplate { get; init; } = string.Join('\n', ContextDefaults.Boilerplate);

    /// <summary>How tokens are counted.</summary>
    public TokenCounting Tokens { get; init; }

    /// <summary>Whether the output says which lines of the source its lines are from.</summary>
    public bool MapsLines { get; init; }

    internal bool Takes(ContextSteps step) => !Skip.HasFlag(step);
}
