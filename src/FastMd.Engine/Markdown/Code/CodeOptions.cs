namespace FastMd.Engine.Markdown.Code;

/// <summary>How code blocks are written, in HTML from Markdown and from MDX alike.</summary>
public sealed record CodeOptions
{
    /// <summary>Whether what the info string says besides the language is kept, as attributes <c>data-title</c>, <c>data-lines</c> and <c>data-meta</c>.</summary>
    public bool KeepsMeta { get; init; }

    /// <summary>Whether fences of the language <c>mermaid</c> become <c>&lt;pre class="mermaid"&gt;</c>, for a script to draw.</summary>
    public bool WritesMermaid { get; init; }
}
