namespace FastMd.Engine.Configuration;

/// <summary>How much of long code is kept in context.</summary>
public enum ContextProfile
{
    /// <summary>All of it; and it is made sure of that the text means what the document does.</summary>
    Lossless,

    /// <summary>The beginning and the end of code longer than 25 lines, of JSON longer than 20.</summary>
    Balanced,

    /// <summary>The beginning and the end of code longer than 15 lines, of JSON longer than 10.</summary>
    Compact,
}

/// <summary>What context begins with.</summary>
public enum ContextFrontMatter
{
    /// <summary>Where it is from, what it is about and how large it is.</summary>
    Mdc,

    /// <summary>The document's own front matter, as it is.</summary>
    Source,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>How tokens are counted.</summary>
public enum TokenCounting
{
    /// <summary>A quarter of the bytes of UTF-8.</summary>
    Estimate,

    /// <summary>By the encoding o200k_base.</summary>
    O200k,

    /// <summary>By the encoding cl100k_base.</summary>
    Cl100k,
}

/// <summary>The steps from a document to its context. Each can be left out.</summary>
[Flags]
public enum ContextSteps
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Comments are dropped.</summary>
    Comments = 1,

    /// <summary>Directives and blocks of MkDocs become alerts, lists and text.</summary>
    Directives = 2,

    /// <summary>Includes are replaced by what they include.</summary>
    Includes = 4,

    /// <summary>What an info string says besides language and title is dropped.</summary>
    CodeMeta = 8,

    /// <summary>Links lead to the files that are written, or to the site.</summary>
    Links = 16,

    /// <summary>Links for a reader's browser are dropped.</summary>
    Boilerplate = 32,

    /// <summary>Long code is shortened, as the profile says.</summary>
    Elision = 64,
}

/// <summary>What chunks are written as.</summary>
public enum ChunkForm
{
    /// <summary>One file with a line of JSON for each chunk.</summary>
    Jsonl,

    /// <summary>A file for each chunk.</summary>
    Files,
}
