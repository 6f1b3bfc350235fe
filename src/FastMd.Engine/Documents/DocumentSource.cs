using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>One document to convert: a file, or text in memory.</summary>
public sealed class DocumentSource
{
    private readonly DocumentFormat? _format;

    private DocumentSource(string name, string? path, string? text, long length, string? basePath, DocumentFormat? format = null)
    {
        _format = format;
        Name = name;
        Path = path;
        Text = text;
        Length = length;
        BasePath = basePath;
    }

    /// <summary>What messages call the document: its path, or the name given with the text.</summary>
    public string Name { get; }

    /// <summary>Absolute path of the file; null for text in memory.</summary>
    public string? Path { get; }

    /// <summary>The text in memory; null for a file.</summary>
    public string? Text { get; }

    /// <summary>Size in bytes as far as it is known before reading; it weighs the document in the schedule.</summary>
    public long Length { get; }

    /// <summary>Absolute folder the output path is relative to; null where the job's own applies.</summary>
    public string? BasePath { get; }

    /// <summary>The file's stamp when it was found; null where nobody looked.</summary>
    internal FileStamp? Stamp { get; private init; }

    /// <summary>What else was in its folder when it was found; null where nobody looked.</summary>
    internal ListedFolder? Folder { get; private init; }

    /// <summary>The document's format: the one it was given, else by its name.</summary>
    public DocumentFormat Format => _format ?? DocumentFormats.OfPath(Name);

    /// <summary>A file.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="length">Size in bytes; 0 where it is unknown.</param>
    /// <param name="basePath">Absolute folder the output path is relative to.</param>
    public static DocumentSource FromFile(string path, long length, string? basePath = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(path, path, null, length, basePath);
    }

    /// <summary>A file that was looked at as it was found.</summary>
    internal static DocumentSource FromFile(string path, FileStamp stamp, string basePath, ListedFolder folder)
        => new(path, path, null, stamp.Length, basePath) { Stamp = stamp, Folder = folder };

    /// <summary>Text in memory.</summary>
    /// <param name="text">The document.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="format">Its format; null where its name tells.</param>
    public static DocumentSource FromText(string text, string name = "(text)", DocumentFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(name, null, text, Encoding.UTF8.GetByteCount(text), null, format);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
