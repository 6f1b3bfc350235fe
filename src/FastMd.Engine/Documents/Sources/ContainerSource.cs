namespace FastMd.Engine.Documents.Sources;

/// <summary>
/// Files that hold several documents, such as the chapters of a book. Each part is planned, converted, written and recorded by itself, in a
/// folder called after the file. Derived classes are asked by many threads at once.
/// </summary>
public abstract class ContainerSource : SourceKind
{
    /// <summary>The parts of a file, in reading order, each name once.</summary>
    /// <param name="file">The file; it can be read and sought.</param>
    /// <exception cref="DocumentException">The file is not of this kind.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public abstract IReadOnlyList<SourcePart> PartsOf(Stream file);

    /// <summary>The text of a part.</summary>
    /// <param name="file">The file; it can be read and sought.</param>
    /// <param name="part">Name of the part.</param>
    /// <param name="decoder">Turns bytes into text.</param>
    /// <exception cref="DocumentException">There is no such part, or it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract SourceText Read(Stream file, string part, TextDecoder decoder);
}

/// <summary>A document inside a file.</summary>
/// <param name="Name">Its path in the file, with slashes; the output is called after it.</param>
/// <param name="Length">Size in bytes, as far as it is known before it is read.</param>
/// <param name="Format">Format of its text.</param>
public sealed record SourcePart(string Name, long Length, DocumentFormat Format = DocumentFormat.Markdown);
