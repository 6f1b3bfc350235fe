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
    public ReadSource Read(DocumentSource source, CancellationToken cancellation)
    {
        var read = ReadText(source, cancellation);
        return frontMatter == FrontMatterFormats.Yaml ? read : read with { Text = read.Text with { FrontMatterFormats = frontMatter } };
    }

    private ReadSource ReadText(DocumentSource source, CancellationToken cancellation)
    {
        if (source.Text is { } inMemory)
        {
            return new(SourceText.FromString(inMemory, source.Format), new(source.Length), TimeSpan.Zero);
        }

        try
        {
            return source.Part is { } part ? ReadPart(source, part, cancellation) : ReadFile(source.Path!, source.Format, cancellation);
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
        return new(text, new(source.Length, opened.StampIfUnchanged(), hashes ? ContentHash.Of(text.Text) : default), TimeSpan.Zero);
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
