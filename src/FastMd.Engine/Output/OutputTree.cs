using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.Folders;

namespace FastMd.Engine.Output;

/// <summary>
/// Writes the files of one destination, from many threads. A file appears under its name whole or not at all; what was there before
/// stays until then. No file lands outside, whatever a folder is made to lead to meanwhile.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
/// <param name="overwriteReadOnly">Whether outputs that are read-only are replaced.</param>
/// <param name="sweeps">
/// Whether what dead runs left is deleted from each folder before the first file is written there. Not while other processes write there: between
/// making a file and locking it one of theirs looks like a leftover.
/// </param>
internal sealed class OutputTree(string destination, bool overwriteReadOnly, bool sweeps = true) : IDisposable
{
    private readonly string _destination = Path.TrimEndingDirectorySeparator(destination);
    private readonly ConcurrentDictionary<string, Lazy<OutputPlace>> _places = new(PathRules.Comparer);
    private readonly Lazy<string> _realDestination = new(() => RealPath.Of(destination));
    private readonly object _gate = new();
    private HeldFolder? _root;

    /// <summary>Absolute path of the destination.</summary>
    internal string Destination => _destination;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Absolute path under the destination.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="mayCommit">Asked once, when only the last step is left; when it says no, nothing is written.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="DocumentException">It could not be written.</exception>
    public bool Write(string path, ReadOnlySpan<byte> content, Func<bool> mayCommit)
    {
        ArgumentNullException.ThrowIfNull(mayCommit);
        try
        {
            using var folder = Prepared(path);
            return AtomicFile.Write(folder, Path.GetFileName(path), content, mayCommit);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw WriteFailures.Explain(failure);
        }
    }

    /// <summary>Writes a file with the content of another, such as one that was spooled.</summary>
    /// <param name="source">Absolute path of the other file.</param>
    /// <param name="path">Absolute path under the destination.</param>
    /// <param name="mayCommit">Asked once, when only the last step is left; when it says no, nothing is written.</param>
    /// <param name="cancellation">Cancels it; then nothing is there.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="DocumentException">It could not be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal bool WriteFrom(string source, string path, Func<bool> mayCommit, CancellationToken cancellation)
    {
        try
        {
            using var folder = Prepared(path);
            return AtomicFile.Copy(source, folder, Path.GetFileName(path), keepsAttributes: false, mayCommit, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw WriteFailures.Explain(failure);
        }
    }

    /// <summary>Copies a file.</summary>
    /// <param name="source">Absolute path of the file.</param>
    /// <param name="path">Absolute path under the destination.</param>
    /// <param name="cancellation">Cancels it; then nothing is there.</param>
    /// <exception cref="DocumentException">It could not be copied.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Copy(string source, string path, CancellationToken cancellation = default)
    {
        try
        {
            using var folder = Prepared(path);
            AtomicFile.Copy(source, folder, Path.GetFileName(path), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw WriteFailures.Explain(failure);
        }
    }

    /// <summary>Deletes a file, and the folders that it leaves empty.</summary>
    /// <param name="path">Absolute path under the destination.</param>
    /// <exception cref="DocumentException">It could not be deleted.</exception>
    public void Delete(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            RefuseReadOnly(path);
            using (var open = Open(folder, RealOf(folder), creates: false))
            {
                open.Delete(Path.GetFileName(path));
            }

            while (folder.Length > _destination.Length && TryDeleteFolder(folder))
            {
                _places.TryRemove(folder, out _);
                folder = Path.GetDirectoryName(folder)!;
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its folder.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw WriteFailures.Explain(failure);
        }
    }

    /// <summary>Whether a folder was there before this run. Makes sure that it is there now, and lies in the destination.</summary>
    /// <exception cref="DocumentException">It lies elsewhere.</exception>
    internal bool Existed(string folder)
    {
        try
        {
            return PlaceOf(folder).Existed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw WriteFailures.Explain(failure);
        }
    }

    /// <summary>Deletes what dead runs left in a folder of the destination, if there is such a folder.</summary>
    /// <param name="folder">Its absolute path.</param>
    internal void Sweep(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                TemporaryFile.SweepDead(RealOf(folder));
            }
        }
        catch (Exception unswept) when (unswept is IOException or UnauthorizedAccessException or DocumentException)
        {
            // It is tidied, and nobody depends on it.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _root?.Dispose();
            _root = null;
        }
    }

    private IOutputFolder Prepared(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var place = PlaceOf(folder);
        if (place.Existed)
        {
            RefuseReadOnly(path);
        }

        return Open(folder, place.Real, creates: true);
    }

    private OutputPlace PlaceOf(string folder)
    {
        var prepared = _places.GetOrAdd(folder, key => new(() => Prepare(key)));
        try
        {
            return prepared.Value;
        }
        catch
        {
            // A Lazy keeps its exception; the next document deserves a new try.
            _places.TryRemove(new(folder, prepared));
            throw;
        }
    }

    private OutputPlace Prepare(string folder)
    {
        var real = RealOf(folder);
        if (!Directory.Exists(real))
        {
            using (Open(folder, real, creates: true))
            {
                return new(real, Existed: false);
            }
        }

        if (sweeps)
        {
            TemporaryFile.SweepDead(real);
        }

        return new(real, Existed: true);
    }

    /// <summary>Opens a folder: by steps none of which is a link, where the system lets a folder be held.</summary>
    private IOutputFolder Open(string folder, string real, bool creates)
    {
        if (OperatingSystem.IsLinux())
        {
            return Root().Enter(Path.GetRelativePath(_realDestination.Value, real), creates);
        }

        if (creates)
        {
            Directory.CreateDirectory(folder);
        }

        return new NamedFolder(folder, () => RealOf(folder));
    }

    private HeldFolder Root()
    {
        lock (_gate)
        {
            if (_root is null)
            {
                Directory.CreateDirectory(_realDestination.Value);
                _root = HeldFolder.Open(_realDestination.Value);
            }

            return _root;
        }
    }

    private bool TryDeleteFolder(string folder)
    {
        var parent = Path.GetDirectoryName(folder)!;
        if (!PathRules.Comparer.Equals(RealOf(folder), Path.Combine(RealOf(parent), Path.GetFileName(folder))))
        {
            // The link is somebody's.
            return false;
        }

        using var open = Open(parent, RealOf(parent), creates: false);
        if (open is HeldFolder held)
        {
            return held.TryDeleteFolder(Path.GetFileName(folder));
        }

        if (Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return false;
        }

        Directory.Delete(folder);
        return true;
    }

    /// <summary>Where a folder of the destination really is.</summary>
    /// <exception cref="DocumentException">That is no place for outputs.</exception>
    private string RealOf(string folder)
    {
        var real = RealPath.Of(folder);
        return !PathRules.IsWithin(real, _realDestination.Value)
            ? throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.OutputOutsideDestination,
                $"A link in the destination leads out of it: '{folder}' is '{real}'; remove the link or choose another destination."))
            : Path.GetRelativePath(_realDestination.Value, real).Split(Path.DirectorySeparatorChar).Any(ReservedFolders.IsState)
            ? throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.OutputInStateFolder,
                $"A link in the destination leads to where FastMd keeps its build state: '{folder}' is '{real}'; remove the link."))
            : real;
    }

    private void RefuseReadOnly(string path)
    {
        if (!overwriteReadOnly && IsReadOnly(new(path)))
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.OutputReadOnly, $"The output '{path}' is read-only; allow overwriting it with -Force or --force."));
        }
    }

    /// <summary>Root may write to every file, and is no owner of most: for it the owner's permission tells whether a file is to stay.</summary>
    private static bool IsReadOnly(FileInfo file)
        => file.Exists && (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? !file.UnixFileMode.HasFlag(UnixFileMode.UserWrite) : file.IsReadOnly);
}

/// <summary>A folder of the destination, as it was when the first file went there.</summary>
/// <param name="Real">Its absolute path without links.</param>
/// <param name="Existed">Whether it was there before this run.</param>
internal sealed record OutputPlace(string Real, bool Existed);
