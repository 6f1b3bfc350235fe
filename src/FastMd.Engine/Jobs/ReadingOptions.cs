using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Jobs;

/// <summary>How sources are read. All of it is part of the fingerprint that tells whether outputs are stale.</summary>
public sealed record ReadingOptions
{
    /// <summary>The kinds of sources there are.</summary>
    public SourceKinds Sources { get; init; } = SourceKinds.Default;

    /// <summary>Which files of a folder are documents.</summary>
    public DocumentFilter Documents { get; init; } = DocumentFilter.Default;

    /// <summary>Encoding of sources without a byte order mark.</summary>
    public string Encoding { get; init; } = SettingsTable.Encoding.Default;

    /// <summary>What front matter may be written in.</summary>
    public FrontMatterFormats FrontMatter { get; init; }

    /// <summary>Whether bytes that the encoding does not allow fail a document.</summary>
    public bool StrictEncoding { get; init; }
}

/// <summary>What becomes of links, and of the files that they lead to. All of it is part of the fingerprint that tells whether outputs are stale.</summary>
public sealed record LinkOptions
{
    /// <summary>Whether links that lead to nothing are warned of where a tree is written. Those that are checked are errors whatever this says.</summary>
    public bool Warnings { get; init; } = true;

    /// <summary>Glob patterns of URLs whose dead links are not reported.</summary>
    public string Ignored { get; init; } = "";

    /// <summary>Absolute path of the folder that addresses with a slash before them begin at; null for the root of each document's tree.</summary>
    public string? Root { get; init; }

    /// <summary>What becomes of local files that documents refer to.</summary>
    public AssetHandling Assets { get; init; } = AssetHandling.None;
}
