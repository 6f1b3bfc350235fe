using System.Text;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>A converted document: bytes in memory, or a file where they are many.</summary>
internal abstract class OutputContent : IDisposable
{
    private protected OutputContent(long length) => Length = length;

    /// <summary>Size in bytes.</summary>
    public long Length { get; }

    /// <summary>The content as text of its own.</summary>
    public abstract string ReadText();

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

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <inheritdoc/>
    public override string ReadText() => Encoding.UTF8.GetString(bytes.Span);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Interlocked.Exchange(ref _release, null)?.Invoke();
}

/// <summary>Content that was spooled to a file, which is deleted with it.</summary>
/// <param name="path">Absolute path of the file.</param>
/// <param name="length">Its size in bytes.</param>
internal sealed class SpooledContent(string path, long length) : OutputContent(length)
{
    /// <summary>Absolute path of the file.</summary>
    public string Path => path;

    /// <inheritdoc/>
    public override string ReadText() => File.ReadAllText(path, Encoding.UTF8);

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
