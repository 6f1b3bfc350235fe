using FastMd.Engine.Documents;
using FastMd.Engine.Output.Folders;

namespace FastMd.Engine.Output;

/// <summary>
/// A file written bit by bit that takes its name, and the place of an older one, only when it is whole. A link keeps its place, and so do
/// pipes and devices: what they lead to is written.
/// </summary>
internal sealed class ReplacementFile : IDisposable
{
    private readonly string _name = "";
    private readonly string _temporary = "";
    private readonly NamedFolder? _folder;
    private readonly FileStream _content;
    private bool _isCommitted;

    /// <summary>Begins a file; makes its folder if it is not there.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="sweeps">Whether what dead runs left in its folder is deleted; not while other processes may write there.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written, or is a folder.</exception>
    public ReplacementFile(string path, bool sweeps = true)
    {
        if (Directory.Exists(path))
        {
            throw new UnauthorizedAccessException($"'{path}' is a folder.");
        }

        if (DirectFile.Open(path) is { } direct)
        {
            _content = direct;
            return;
        }

        var real = RealPath.Of(path);
        var folder = Path.GetDirectoryName(real)!;
        Directory.CreateDirectory(folder);
        if (sweeps)
        {
            TemporaryFile.SweepDead(folder);
        }

        _folder = new(folder);
        _name = Path.GetFileName(real);
        _temporary = TemporaryFile.NewName();
        _content = new(_folder.Create(_temporary), FileAccess.Write);
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
        _folder?.Rename(_temporary, _name);
        _isCommitted = true;
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        try
        {
            _content.Dispose();
        }
        catch (Exception failure) when (failure is IOException or ArgumentOutOfRangeException)
        {
            // What could not be written any more is thrown away, or was reported by Commit.
        }

        if (!_isCommitted && _folder is not null)
        {
            AtomicFile.TryDelete(_folder, _temporary);
        }
    }
}

/// <summary>Files that one writes to, and does not replace: pipes, devices, and what the system shows as files, such as <c>/dev/stdout</c>.</summary>
internal static class DirectFile
{
    /// <summary>Opens one; null where there is none at a path, but an ordinary file or nothing.</summary>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static FileStream? Open(string path)
        => PathKinds.IsSpecial(path) || (File.Exists(path) && (SystemFolders.Contains(path) || SystemFolders.Contains(RealPath.Of(path))))
            ? new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)
            : null;
}
