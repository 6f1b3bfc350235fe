using System.Text;
using FastMd.Engine.Documents.Sources;

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

    /// <summary>Name of the document in messages: its path, or the name given with the text.</summary>
    public string Name { get; }

    /// <summary>Absolute path of the file; null for text in memory that is of none.</summary>
    public string? Path { get; }

    /// <summary>Name of the part of the file that it is, with slashes; null where it is all of it.</summary>
    public string? Part { get; private init; }

    /// <summary>
    /// Absolute path that its place in the tree follows from: that of the file, or, of a part, one in a folder called after the file. Null
    /// for text in memory.
    /// </summary>
    internal string? PlacePath => Path is null ? null : PlaceOf(Path, Part ?? "");

    /// <summary>The text in memory; null for a file.</summary>
    public string? Text { get; }

    /// <summary>Whether the text in memory was written by the writer of Markdown.</summary>
    internal bool IsFormatted { get; init; }

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

    /// <summary>A file of a format that the caller knows.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="length">Size in bytes; 0 where it is unknown.</param>
    /// <param name="format">Its format; null where its name tells.</param>
    internal static DocumentSource FromFile(string path, long length, DocumentFormat? format) => new(path, path, null, length, null, format);

    /// <summary>A file of which the caller has the content, newer perhaps than what lies on the disk: it has its place, and is not read.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="text">The content.</param>
    /// <param name="format">Its format; null where its name tells.</param>
    /// <param name="isFormatted">Whether it was written by the writer of Markdown.</param>
    internal static DocumentSource FromContent(string path, string text, DocumentFormat? format = null, bool isFormatted = false)
        => new(path, path, text, Encoding.UTF8.GetByteCount(text), null, format) { IsFormatted = isFormatted };

    /// <summary>A file that was looked at as it was found.</summary>
    internal static DocumentSource FromFile(string path, FileStamp stamp, string basePath, ListedFolder folder)
        => new(path, path, null, stamp.Length, basePath) { Stamp = stamp, Folder = folder };

    /// <summary>Absolute path that the place of a file, or of a part of it, in the tree follows from.</summary>
    internal static string PlaceOf(string file, string part)
        => part.Length == 0 ? file : System.IO.Path.Join(System.IO.Path.ChangeExtension(file, null), part.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>Name of a part of a file in messages.</summary>
    internal static string NameOfPart(string file, string part) => $"{file}#{part}";

    /// <summary>A part of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="part">The part.</param>
    internal static DocumentSource FromPart(DocumentSource file, SourcePart part)
        => new(NameOfPart(file.Path!, part.Name), file.Path, null, part.Length, file.BasePath, part.Format) { Part = part.Name, Stamp = file.Stamp, Folder = file.Folder };

    /// <summary>The same, with another weight in the schedule.</summary>
    /// <param name="length">How much work it is, in bytes of text.</param>
    internal DocumentSource Weighing(long length) => new(Name, Path, Text, length, BasePath, _format) { Part = Part, Stamp = Stamp, Folder = Folder };

    /// <summary>A document that another process named: what reading and converting it depends on.</summary>
    internal static DocumentSource Restore(string name, string? path, string? part, string? text, long length, DocumentFormat format)
        => new(name, path, text, length, null, format) { Part = part };

    /// <summary>Text in memory.</summary>
    /// <param name="text">The document.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="format">Its format; null where its name tells.</param>
    public static DocumentSource FromText(string text, string name = "(text)", DocumentFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(name, null, text, Encoding.UTF8.GetByteCount(text), null, format);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
