namespace FastMd.Engine.Documents.Sources;

/// <summary>
/// A kind of source: which files are of it, and how they are read. A file of text is one document; a container holds parts, each of which
/// is a document of its own.
/// </summary>
public abstract class SourceKind
{
    private protected SourceKind()
    {
    }

    /// <summary>Its name, such as <c>markdown</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Extensions of its files, with their dots.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>What its texts depend on besides the files, as text: two kinds that say the same read the same files the same way.</summary>
    public virtual string Identity => Name;

    /// <summary>Size in bytes beyond which a file is refused; null where the limit for text holds.</summary>
    public virtual long? MaximumBytes => null;

    /// <summary>Whether files are only read in a process of their own, which they may end.</summary>
    public virtual bool NeedsProcess => false;

    /// <summary>How much work a file is, in bytes of text, as far as it is known before it is read.</summary>
    /// <param name="length">Its size in bytes.</param>
    public virtual long WorkOf(long length) => length;

    /// <summary>Whether a file is of it, by its name.</summary>
    /// <param name="path">Path or name of the file.</param>
    public bool Takes(string path)
    {
        var extension = Path.GetExtension(path.AsSpan());
        foreach (var own in Extensions)
        {
            if (extension.Equals(own, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Files of text, each of which is one document.</summary>
public sealed class TextSource : SourceKind
{
    internal TextSource(string name, DocumentFormat format, params string[] extensions)
    {
        Name = name;
        Format = format;
        Extensions = extensions;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The format of the text.</summary>
    public DocumentFormat Format { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; }
}
