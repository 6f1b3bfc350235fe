using System.Buffers;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>Reads a document's text, once more if the file changes meanwhile.</summary>
/// <param name="kinds">The kinds of sources there are.</param>
/// <param name="decoder">Turns bytes into text.</param>
/// <param name="maximumBytes">Size beyond which a file is refused.</param>
/// <param name="time">The clock that tells how long decoding took.</param>
/// <param name="hashes">Whether hashes of what is read are wanted.</param>
/// <param name="frontMatter">What front matter may be written in.</param>
internal sealed class SourceReader(
    SourceKinds kinds, TextDecoder decoder, long maximumBytes, TimeProvider time, bool hashes = false, FrontMatterFormats frontMatter = FrontMatterFormats.Yaml)
{
    /// <summary>Reads a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <param name="current">Hash of the content that its output was made from: of a container that still has it the text is left out.</param>
    /// <exception cref="DocumentException">It cannot be read.</exception>
    public ReadSource Read(DocumentSource source, CancellationToken cancellation, ContentHash? current = null)
    {
        var read = ReadText(source, current, cancellation);
        return frontMatter == FrontMatterFormats.Yaml ? read : read with { Text = read.Text with { FrontMatterFormats = frontMatter } };
    }

    /// <summary>Whether a file is text, rather than a container.</summary>
    public bool IsText(string path) => kinds.Of(path) is TextSource;

    /// <summary>Whether a file may only be read in a process of its own.</summary>
    public bool NeedsProcess(string path) => kinds.Of(path).NeedsProcess;

    /// <summary>The parts of a container.</summary>
    /// <exception cref="DocumentException">They cannot be read.</exception>
    public IReadOnlyList<SourcePart> PartsOf(DocumentSource source, CancellationToken cancellation)
        => Explained(() =>
        {
            using var opened = OpenedContainer.Open(source.Path!);
            return ((ContainerSource)kinds.Of(source.Path!)).PartsOf(opened.File, cancellation);
        });

    private ReadSource ReadText(DocumentSource source, ContentHash? current, CancellationToken cancellation)
    {
        if (source.Text is { } inMemory)
        {
            return new(SourceText.FromString(inMemory, source.Format) with { IsFormatted = source.IsFormatted }, new(source.Length), TimeSpan.Zero);
        }

        return Explained(() => source.Part is { } part ? ReadPart(source, part, cancellation)
            : kinds.Of(source.Path!) is ContainerSource container ? ReadJoined(source.Path!, container, current, cancellation)
            : ReadFile(source.Path!, source.Format, cancellation));
    }

    /// <summary>Reads, and says why where that fails.</summary>
    /// <exception cref="DocumentException">It fails.</exception>
    internal static T Explained<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentException(
                Diagnostic.Error(DiagnosticCodes.SourceNotFound, "The file does not exist; it may have been removed or renamed."), missing);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DocumentException(
                Diagnostic.Error(DiagnosticCodes.SourceUnreadable, $"The file cannot be read: {unreadable.Message}"),
                unreadable,
                isTransient: unreadable is IOException and not PathTooLongException);
        }
    }

    private ReadSource ReadFile(string path, DocumentFormat format, CancellationToken cancellation)
    {
        // Editors are not locked out; a change while reading is detected by the stamps.
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
        var read = ReadOnce(file, format, cancellation);
        if (read.Facts.Stamp is null)
        {
            read = ReadOnce(file, format, cancellation);
        }

        return read.Facts.Stamp is null
            ? read with { Text = read.Text with { Diagnostics = [.. read.Text.Diagnostics, ChangedWhileRead()] } }
            : read;
    }

    private ReadSource ReadOnce(SafeFileHandle file, DocumentFormat format, CancellationToken cancellation)
    {
        var before = FileStamp.Of(file);
        RefuseOversize(before.Length);
        var buffer = ArrayPool<byte>.Shared.Rent((int)before.Length + 1);
        try
        {
            // One byte more than the expected length detects a file that grew.
            var count = 0;
            while (count <= before.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                var more = RandomAccess.Read(file, buffer.AsSpan(count, (int)before.Length + 1 - count), count);
                if (more == 0)
                {
                    break;
                }

                count += more;
            }

            // Renaming or linking the file changes its ctime, not its content.
            var after = FileStamp.Of(file);
            var isStable = count == before.Length && (after.Length, after.Modified) == (before.Length, before.Modified);
            var bytes = buffer.AsSpan(0, count);
            var read = time.GetTimestamp();
            var text = decoder.Decode(bytes, format);
            return new(text, new(count, isStable ? before : null, hashes ? ContentHash.Of(bytes) : default), time.GetElapsedTime(read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ReadSource ReadPart(DocumentSource source, string part, CancellationToken cancellation)
    {
        var container = (ContainerSource)kinds.Of(source.Path!);
        using var opened = OpenedContainer.Open(source.Path!);
        var text = container.Read(opened.File, part, decoder, cancellation);
        return new(text with { IsFormatted = container.IsFormatted }, new(source.Length, opened.StampIfUnchanged(), hashes ? ContentHash.Of(text.Text) : default), TimeSpan.Zero);
    }

    /// <summary>Reads all parts of a container to one text. Its hash is the file's: so it is known without reading the parts.</summary>
    private ReadSource ReadJoined(string path, ContainerSource container, ContentHash? current, CancellationToken cancellation)
    {
        using var opened = OpenedContainer.Open(path);
        var facts = new SourceFacts(opened.File.Content.Length, opened.StampIfUnchanged(), hashes ? ContentHash.OfFile(path, cancellation) : default);
        if (current is not null && facts.Hash == current && facts.Stamp is not null)
        {
            return new(SourceText.FromString(""), facts, TimeSpan.Zero);
        }

        var joined = new JoinedText(container);
        foreach (var part in container.PartsOf(opened.File, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            joined.Add(part.Name, () => container.Read(opened.File, part.Name, decoder, cancellation));
        }

        return new(joined.ToText() with { IsFormatted = container.IsFormatted }, facts with { Stamp = opened.StampIfUnchanged() }, TimeSpan.Zero);
    }

    private void RefuseOversize(long length)
    {
        if (length > maximumBytes)
        {
            throw new DocumentException(SizeLimit.Refusal(length, maximumBytes));
        }
    }

    private static Diagnostic ChangedWhileRead() => Diagnostic.Warning(
        DiagnosticCodes.ChangedWhileRead, "The file changed while it was read, twice; its output may mix two states. Convert it again.");
}

/// <summary>A source as it was read.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Facts">What else is known of it.</param>
/// <param name="DecodeTime">How long it took to decode it.</param>
internal readonly record struct ReadSource(SourceText Text, SourceFacts Facts, TimeSpan DecodeTime);
