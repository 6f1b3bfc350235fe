namespace FastMd.Engine.Documents.Sources;

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
