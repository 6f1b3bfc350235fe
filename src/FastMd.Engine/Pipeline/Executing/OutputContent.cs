using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>A converted document: bytes in memory, or a file where they are many.</summary>
internal abstract class OutputContent : IDisposable
{
    private protected OutputContent(long length) => Length = length;

    /// <summary>Size in bytes.</summary>
    public long Length { get; }

    /// <summary>The content as bytes; valid until it is disposed.</summary>
    public abstract ReadOnlyMemory<byte> ReadBytes();

    /// <summary>The content as text of its own.</summary>
    public string ReadText() => Encoding.UTF8.GetString(ReadBytes().Span);

    /// <summary>Hash of the content.</summary>
    public abstract ContentHash Hash();

    /// <summary>Writes the content to a file of a destination.</summary>
    /// <param name="tree">The destination.</param>
    /// <param name="output">Absolute path under it.</param>
    /// <param name="mayCommit">Asked once, when only the last step is left; when it says no, nothing is written.</param>
    /// <param name="cancellation">Cancels it; then nothing is there.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="DocumentException">It could not be written.</exception>
    public abstract bool WriteTo(OutputTree tree, string output, Func<bool> mayCommit, CancellationToken cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives up what holds the content.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);
}

/// <summary>Content in memory.</summary>
/// <param name="bytes">The bytes, valid until it is disposed.</param>
/// <param name="release">Gives the memory back.</param>
internal sealed class MemoryContent(ReadOnlyMemory<byte> bytes, Action? release = null) : OutputContent(bytes.Length)
{
    private Action? _release = release;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ReadBytes() => bytes;

    /// <inheritdoc/>
    public override ContentHash Hash() => ContentHash.Of(bytes.Span);

    /// <inheritdoc/>
    public override bool WriteTo(OutputTree tree, string output, Func<bool> mayCommit, CancellationToken cancellation)
        => tree.Write(output, bytes.Span, mayCommit);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Interlocked.Exchange(ref _release, null)?.Invoke();
}

/// <summary>Content that was spooled to a file, which is deleted with it.</summary>
/// <param name="path">Absolute path of the file.</param>
/// <param name="length">Its size in bytes.</param>
internal sealed class SpooledContent(string path, long length) : OutputContent(length)
{
    /// <summary>Content that is written to a file of its own in the folder for temporary files.</summary>
    /// <param name="write">Writes it.</param>
    /// <exception cref="DocumentException">There is no room for it.</exception>
    public static SpooledContent Of(Action<Stream> write)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fastmd-{Path.GetRandomFileName()}");
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            write(file);
            file.Flush();
            return new(path, file.Length);
        }
        catch (Exception failure)
        {
            File.Delete(path);
            if (failure is IOException or UnauthorizedAccessException)
            {
                throw WriteFailures.Explain(failure);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ReadBytes() => File.ReadAllBytes(path);

    /// <inheritdoc/>
    public override ContentHash Hash() => ContentHash.OfFile(path);

    /// <inheritdoc/>
    public override bool WriteTo(OutputTree tree, string output, Func<bool> mayCommit, CancellationToken cancellation)
        => tree.WriteFrom(path, output, mayCommit, cancellation);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A spool file that stays lies in a temporary folder, which the system clears.
        }
    }
}
