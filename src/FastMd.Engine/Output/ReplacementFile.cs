namespace FastMd.Engine.Output;

/// <summary>A file written bit by bit that takes its name, and the place of an older one, only when it is whole.</summary>
public sealed class ReplacementFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _content;
    private bool _isCommitted;

    /// <summary>Begins a file; makes its folder if it is not there.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written, or is a folder.</exception>
    public ReplacementFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UnauthorizedAccessException($"'{path}' is a folder.");
        }

        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        _path = path;
        _temporary = Path.Combine(folder, TemporaryFile.NewName());
        _content = new(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
    }

    /// <summary>Where the content is written to.</summary>
    public Stream Content => _content;

    /// <summary>Gives the file its name.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Commit()
    {
        // Open while it is renamed, so that at no moment another run can take it for a leftover.
        _content.Flush();
        AtomicFile.ReplaceTarget(_temporary, _path);
        _isCommitted = true;
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        try
        {
            _content.Dispose();
        }
        catch (IOException)
        {
            // What could not be written any more is thrown away, or was reported by Commit.
        }

        if (!_isCommitted)
        {
            AtomicFile.TryDelete(_temporary);
        }
    }
}
