using System.Buffers;
using FastMd.Engine.Documents;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Pipeline;

/// <summary>Reads a document's text, once more if the file changes meanwhile.</summary>
/// <param name="decoder">Turns bytes into text.</param>
/// <param name="maximumBytes">Size beyond which a file is refused.</param>
/// <param name="time">The clock that tells how long decoding took.</param>
internal sealed class SourceReader(TextDecoder decoder, long maximumBytes, TimeProvider time)
{
    /// <summary>The text, how many bytes it was, and how long it took to decode them.</summary>
    public (SourceText Text, long Bytes, TimeSpan DecodeTime) Read(DocumentSource source, CancellationToken cancellation)
    {
        if (source.Text is { } inMemory)
        {
            return (SourceText.FromString(inMemory, source.Format), source.Length, TimeSpan.Zero);
        }

        try
        {
            return ReadFile(source.Path!, source.Format, cancellation);
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

    private (SourceText Text, long Bytes, TimeSpan DecodeTime) ReadFile(string path, DocumentFormat format, CancellationToken cancellation)
    {
        // Whoever edits the file meanwhile is not disturbed; that it changed is noticed.
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
        var (text, bytes, decodeTime, changed) = ReadOnce(file, format, cancellation);
        if (changed)
        {
            (text, bytes, decodeTime, changed) = ReadOnce(file, format, cancellation);
        }

        return changed
            ? (text with { Diagnostics = [.. text.Diagnostics, ChangedWhileRead()] }, bytes, decodeTime)
            : (text, bytes, decodeTime);
    }

    private (SourceText Text, long Bytes, TimeSpan DecodeTime, bool Changed) ReadOnce(SafeFileHandle file, DocumentFormat format, CancellationToken cancellation)
    {
        var before = FileStamp.Of(file);
        RefuseOversize(before.Length);
        var buffer = ArrayPool<byte>.Shared.Rent((int)before.Length + 1);
        try
        {
            // One byte of room more than the file should need tells a file that grew from one that did not.
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

            var changed = count != before.Length || FileStamp.Of(file) != before;
            var read = time.GetTimestamp();
            var text = decoder.Decode(buffer.AsSpan(0, count), format);
            return (text, count, time.GetElapsedTime(read), changed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
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
