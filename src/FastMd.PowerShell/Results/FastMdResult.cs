using System.Collections;

namespace FastMd.PowerShell.Results;

/// <summary>The outcome of one document.</summary>
public sealed record FastMdResult
{
    /// <summary>Position in the input, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Path of the source.</summary>
    public required string SourcePath { get; init; }

    /// <summary>What the output is to the source: all of it, or a part.</summary>
    public FastMdOutputKind Kind { get; init; }

    /// <summary>Path of the output; null where there is none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>What became of the document.</summary>
    public required FastMdStatus Status { get; init; }

    /// <summary>The converted text where no destination was given.</summary>
    public string? Content { get; init; }

    /// <summary>Front matter, keys in source order; null where there is none.</summary>
    public IDictionary? FrontMatter => LaterFrontMatter.Value;

    /// <summary>Title by front matter or first heading.</summary>
    public string? Title { get; init; }

    /// <summary>What a person should know, in source order.</summary>
    public IReadOnlyList<FastMdDiagnostic> Diagnostics => LaterDiagnostics.Value;

    /// <summary>Bytes read.</summary>
    public long InputBytes { get; init; }

    /// <summary>Bytes of the output.</summary>
    public long OutputBytes { get; init; }

    /// <summary>How long the last attempt took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How often the document was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the document was converted where earlier runs left a record; null where they did not, and where it was unchanged.</summary>
    public string? Reason { get; init; }

    // A tree can have thousands of them, and few scripts look.
    internal Lazy<IReadOnlyList<FastMdDiagnostic>> LaterDiagnostics { private get; init; } = new(() => []);

    // That of an unchanged document is read from its source, and few who leave it unchanged ask for it.
    internal Lazy<IDictionary?> LaterFrontMatter { private get; init; } = new(() => null);

    /// <summary>The source's path.</summary>
    public override string ToString() => SourcePath;
}
