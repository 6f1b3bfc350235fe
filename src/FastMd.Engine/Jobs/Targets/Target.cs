using FastMd.Engine.Documents;
using FastMd.Engine.Pages;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>
/// What documents are converted to. A target is one record that holds its own options: what it prints is its part of the fingerprint that
/// tells whether outputs are stale, so each option is in it. docs/architecture.md says how to add one.
/// </summary>
public abstract record Target
{
    /// <summary>Its name: a value of the setting <c>to</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Extension of the outputs, with its dot.</summary>
    public abstract string Extension { get; }

    /// <summary>Whether that follows the document's own extension, rather than taking its place.</summary>
    public virtual bool AppendsExtension => false;

    /// <summary>What pages are made by; null where documents become fragments, or something else than HTML.</summary>
    public virtual PageTemplate? Template => null;

    /// <summary>Whether links to other documents lead to their outputs; else they stay as they are written, and are only checked.</summary>
    public virtual bool RewritesLinks => true;

    /// <summary>Whether addresses of a site's pages, which have no extension, lead to the outputs of the documents behind them.</summary>
    public virtual bool FollowsRoutes => false;

    /// <summary>Whether <c>README.md</c> becomes the index page of its folder, where there is none else.</summary>
    public virtual bool ReadmeIsIndex => false;

    /// <summary>Format of text that has no name.</summary>
    public virtual DocumentFormat UnnamedFormat => DocumentFormat.Markdown;

    /// <summary>Whether it makes files of several documents: where it does, entries of all documents are kept until the end.</summary>
    public virtual bool HasProducts => false;

    /// <summary>Makes what converts documents: one for a job, used by many threads at once.</summary>
    public abstract IDocumentConverter CreateConverter();

    /// <summary>Makes what finds the links and the anchors of documents, where nothing is written.</summary>
    public virtual IDocumentConverter CreateLinkFinder() => CreateConverter();

    /// <summary>Glob patterns of the files of a directory that are documents, where the user names none.</summary>
    public virtual IReadOnlyList<string> SourcePatterns() => DocumentFormats.DefaultPatterns;

    /// <summary>Glob patterns of files that are included by others and become no output of their own.</summary>
    public virtual IReadOnlyList<string> PartialPatterns() => [];

    /// <summary>The same without its template, whose content has a hash of its own in the fingerprint.</summary>
    internal virtual Target WithoutTemplate() => this;

    /// <summary>
    /// Makes the files that are made of several documents: of the parts of one source, or of all documents of the job. Called once, when all
    /// documents are done, by one thread.
    /// </summary>
    /// <param name="documents">The documents and parts that were converted, or are unchanged, in the order of the input.</param>
    public virtual IEnumerable<TargetProduct> Products(IReadOnlyList<DocumentEntry> documents) => [];
}

/// <summary>A document or part in the destination.</summary>
/// <param name="Source">Absolute path of its source.</param>
/// <param name="Part">Name of the part of the source that it is; empty where it is all of it.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="OutputPath">Absolute path of its output.</param>
public sealed record DocumentEntry(string Source, string Part, string? Title, string OutputPath)
{
    /// <summary>Path of its output in the destination, with slashes.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A file that is made of several documents.</summary>
/// <param name="Path">Its path in the destination, with slashes.</param>
/// <param name="Write">Writes what is in it, bit by bit: it may be larger than memory.</param>
/// <param name="Source">Absolute path of the source whose parts it joins; null where it is made of all documents.</param>
public sealed record TargetProduct(string Path, Action<Stream> Write, string? Source = null)
{
    /// <summary>A file whose content is at hand.</summary>
    /// <param name="path">Its path in the destination, with slashes.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="source">Absolute path of the source whose parts it joins; null where it is made of all documents.</param>
    public TargetProduct(string path, ReadOnlyMemory<byte> content, string? source = null)
        : this(path, stream => stream.Write(content.Span), source)
    {
    }

    /// <summary>What there is to say of it, once it is written.</summary>
    public Func<IReadOnlyList<Diagnostic>> Warnings { get; init; } = static () => [];
}
