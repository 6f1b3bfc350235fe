namespace FastMd.Engine.Documents.Sources;

/// <summary>
/// Files that hold several documents, such as the chapters of a book. Each part is planned, converted, written and recorded by itself, in a
/// folder called after the file, or joined with the others to one output. Derived classes are asked by many threads at once.
/// </summary>
public abstract class ContainerSource : SourceKind
{
    /// <summary>Whether the texts of the parts are joined, and the file is one document: parts are then no documents of their own.</summary>
    public virtual bool JoinsParts => false;

    /// <summary>Whether its texts are written by the writer of Markdown, in the style of the formatter.</summary>
    internal virtual bool IsFormatted => false;

    /// <summary>The parts of a file, in reading order, each name once.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Cancelled when nobody waits for it any more.</param>
    /// <exception cref="DocumentException">The file is not of this kind.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public abstract IReadOnlyList<SourcePart> PartsOf(ContainerFile file, CancellationToken cancellation);

    /// <summary>The text of a part.</summary>
    /// <param name="file">The file.</param>
    /// <param name="part">Name of the part.</param>
    /// <param name="decoder">Turns bytes into text.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    /// <exception cref="DocumentException">There is no such part, or it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract SourceText Read(ContainerFile file, string part, TextDecoder decoder, CancellationToken cancellation);

    /// <summary>The parts that a part can be read as instead: where it cannot be read, what is wrong with it is in one of them. None where it cannot be split.</summary>
    /// <param name="part">Name of the part.</param>
    public virtual IReadOnlyList<SourcePart> Split(string part) => [];

    /// <summary>What stands in the joined text for a part that could not be read.</summary>
    /// <param name="part">Name of the part.</param>
    public virtual string Missing(string part) => "";

    /// <summary>
    /// Names of the files in it that its parts refer to, with slashes, from the folder that the parts are in: images, for instance. Each name once.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Cancelled when nobody waits for it any more.</param>
    /// <exception cref="DocumentException">The file is not of this kind.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public virtual IReadOnlyList<string> AssetsOf(ContainerFile file, CancellationToken cancellation) => [];

    /// <summary>Writes a file that its parts refer to.</summary>
    /// <param name="file">The file.</param>
    /// <param name="asset">One of the names of <see cref="AssetsOf"/>.</param>
    /// <param name="output">Receives its content.</param>
    /// <param name="cancellation">Cancelled when nobody waits for it any more.</param>
    /// <exception cref="DocumentException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public virtual void Extract(ContainerFile file, string asset, Stream output, CancellationToken cancellation)
        => throw new NotSupportedException($"A {Name} holds no files that its parts refer to.");
}

/// <summary>A file that holds several documents, open.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Version">Tells whether it is what it was when it was last looked at: a path and a version stand for one content.</param>
/// <param name="Content">Its content; it can be read and sought.</param>
public sealed record ContainerFile(string Path, string Version, Stream Content);

/// <summary>A document inside a file.</summary>
/// <param name="Name">Its path in the file, with slashes; the output is called after it.</param>
/// <param name="Length">How much work it is, in bytes of text, as far as it is known before it is read.</param>
/// <param name="Format">Format of its text.</param>
public sealed record SourcePart(string Name, long Length, DocumentFormat Format = DocumentFormat.Markdown);
