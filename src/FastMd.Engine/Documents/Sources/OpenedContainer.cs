namespace FastMd.Engine.Documents.Sources;

/// <summary>A container that was opened for reading; editors are not locked out of it.</summary>
internal sealed class OpenedContainer : IDisposable
{
    private readonly FileStream _content;
    private readonly FileStamp _stamp;

    private OpenedContainer(string path)
    {
        _content = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _stamp = FileStamp.Of(_content.SafeFileHandle);
        File = new(path, $"{_stamp.Length}/{_stamp.Modified}/{_stamp.File}", _content);
    }

    public ContainerFile File { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static OpenedContainer Open(string path) => new(path);

    /// <summary>The file's stamp; null where it changed since it was opened.</summary>
    public FileStamp? StampIfUnchanged()
    {
        var now = FileStamp.Of(_content.SafeFileHandle);
        return (now.Length, now.Modified) == (_stamp.Length, _stamp.Modified) ? _stamp : null;
    }

    public void Dispose() => _content.Dispose();
}
