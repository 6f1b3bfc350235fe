using System.IO.Compression;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>The files of a book, read within limits: what is counted is what comes out, not what the archive says.</summary>
internal sealed class EpubArchive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly EpubOptions _options;
    private readonly UnpackedBytes _unpacked;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ignoringCase = new(StringComparer.OrdinalIgnoreCase);

    private EpubArchive(ZipArchive zip, EpubOptions options, UnpackedBytes unpacked)
    {
        _zip = zip;
        _options = options;
        _unpacked = unpacked;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/') && entry.Length == 0)
            {
                continue;
            }

            if (EpubPath.OfEntry(entry.FullName) is not { } path)
            {
                Problems.Add(Diagnostic.Warning(DiagnosticCodes.BookPartLost, $"The name of the file '{entry.FullName}' in the book leads out of it; the file was left out."));
            }
            else if (!_entries.TryAdd(path, entry))
            {
                Problems.Add(Diagnostic.Warning(DiagnosticCodes.BookPartLost, $"The book holds '{path}' more than once; the first was taken."));
            }
            else
            {
                _ignoringCase.TryAdd(path, path);
            }
        }
    }

    /// <summary>What is wrong with names.</summary>
    public List<Diagnostic> Problems { get; } = [];

    /// <summary>The paths of all files.</summary>
    public IEnumerable<string> Paths => _entries.Keys;

    /// <summary>Opens a book over a stream, which stays open.</summary>
    /// <exception cref="DocumentException">It is no archive, or over a limit.</exception>
    public static EpubArchive Open(Stream content, EpubOptions options, UnpackedBytes unpacked)
    {
        ArchiveEnd.Check(content, options.MaximumEntries);
        content.Position = 0;
        try
        {
            var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > options.MaximumEntries
                ? throw EpubFailure.OverLimit($"The book holds more than {options.MaximumEntries} files")
                : new(zip, options, unpacked);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw EpubFailure.Unreadable("The file is no archive, or is cut off", broken);
        }
    }

    /// <summary>The path of a file, whatever case it is asked for in; null where there is none.</summary>
    public string? Find(string path)
        => _entries.ContainsKey(path) ? path
            : EpubPath.Resolve("", EpubPath.Decoded(path)) is var decoded && _entries.ContainsKey(decoded) ? decoded
            : _ignoringCase.GetValueOrDefault(path) ?? _ignoringCase.GetValueOrDefault(decoded);

    /// <summary>The length of a file, as the archive says.</summary>
    public long LengthOf(string path) => _entries.TryGetValue(path, out var entry) ? Math.Clamp(entry.Length, 0, _options.MaximumTextBytes) : 0;

    /// <summary>The content of a file that is text.</summary>
    public byte[] Read(string path, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        Copy(path, content, _options.MaximumTextBytes, cancellation);
        return content.ToArray();
    }

    /// <summary>Writes the content of a file to a stream.</summary>
    public void Copy(string path, Stream output, CancellationToken cancellation) => Copy(path, output, _options.MaximumBytes, cancellation);

    public void Dispose() => _zip.Dispose();

    private void Copy(string path, Stream output, long maximum, CancellationToken cancellation)
    {
        var entry = _entries[path];
        if (entry.IsEncrypted)
        {
            throw EpubFailure.Protected();
        }

        try
        {
            using var input = entry.Open();
            Copy(entry, path, input, output, maximum, cancellation);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw EpubFailure.Unreadable($"The file '{path}' in the book is damaged", broken);
        }
    }

    private void Copy(ZipArchiveEntry entry, string path, Stream input, Stream output, long maximum, CancellationToken cancellation)
    {
        const int FreeBytes = 1024 * 1024;
        var most = Math.Max(FreeBytes, Math.Max(entry.CompressedLength, 1) * _options.MaximumRatio);
        var buffer = new byte[64 * 1024];
        var check = new Crc32();
        var total = 0L;
        int read;
        while ((read = input.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            total += read;
            if (total > maximum)
            {
                throw EpubFailure.OverLimit($"The file '{path}' in the book is larger than {maximum / (1024 * 1024)} MB");
            }

            if (total > most)
            {
                throw EpubFailure.OverLimit($"The file '{path}' in the book is more than {_options.MaximumRatio} times as large as packed, as those of an attack are");
            }

            _unpacked.Check(path, total, _options.MaximumBytes);
            check.Add(buffer.AsSpan(0, read));
            output.Write(buffer, 0, read);
        }

        if (check.Value != entry.Crc32)
        {
            throw new InvalidDataException("The content is not what its checksum says.");
        }
    }

    private static bool IsBroken(Exception thrown) => thrown is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException;
}
