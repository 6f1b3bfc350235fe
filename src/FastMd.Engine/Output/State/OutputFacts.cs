using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>What is known of an output when it has been written.</summary>
internal sealed record OutputFacts
{
    /// <summary>The source's stamp, taken before it was read.</summary>
    public required FileStamp SourceStamp { get; init; }

    /// <summary>The source's bytes.</summary>
    public required ContentHash SourceHash { get; init; }

    /// <summary>The output's size in bytes.</summary>
    public required long OutputLength { get; init; }

    /// <summary>The output's bytes.</summary>
    public required ContentHash OutputHash { get; init; }

    /// <summary>Those of an output that is made anew by each run: of its source nothing has to be known.</summary>
    /// <param name="content">The output.</param>
    internal static OutputFacts OfMade(ReadOnlySpan<byte> content) => OfMade(content.Length, ContentHash.Of(content));

    /// <summary>Those of an output that is made anew by each run: of its source nothing has to be known.</summary>
    /// <param name="length">The output's size in bytes.</param>
    /// <param name="hash">The output's bytes.</param>
    internal static OutputFacts OfMade(long length, ContentHash hash) => new()
    {
        SourceStamp = new(0, 0, 0),
        SourceHash = default,
        OutputLength = length,
        OutputHash = hash,
    };

    /// <summary>Title of the document; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it has front matter.</summary>
    public bool HasFrontMatter { get; init; }

    /// <summary>What was looked up while it was made.</summary>
    public IReadOnlyList<LookedUp> LookedUp { get; init; } = [];

    /// <summary>What checking links between documents needs; null where links are left alone.</summary>
    public LinkFacts? Links { get; init; }

    /// <summary>What a person was told of it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
