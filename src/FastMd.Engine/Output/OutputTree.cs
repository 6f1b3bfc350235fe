using System.Collections.Concurrent;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Output;

/// <summary>
/// Writes the files of one destination, from many threads. A file appears under its name whole or not at all; what was there before
/// stays until then.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
/// <param name="overwriteReadOnly">Whether outputs that are read-only are replaced.</param>
public sealed class OutputTree(string destination, bool overwriteReadOnly)
{
    private readonly string _destination = Path.TrimEndingDirectorySeparator(destination);
    private readonly ConcurrentDictionary<string, Lazy<bool>> _folderExisted = new(PathRules.Comparer);
    private readonly Lazy<string> _realDestination = new(() => RealPath.Of(destination));

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
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            if (PrepareFolder(folder))
            {
                RefuseReadOnly(path);
            }

            return AtomicFile.Write(path, content, mayCommit);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw WriteFailures.Explain(failure);
        }
    }

    /// <summary>Copies a file.</summary>
    /// <param name="source">Absolute path of the file.</param>
    /// <param name="path">Absolute path under the destination.</param>
    /// <exception cref="DocumentException">It could not be copied.</exception>
    public void Copy(string source, string path)
    {
        try
        {
            if (PrepareFolder(Path.GetDirectoryName(path)!))
            {
                RefuseReadOnly(path);
            }

            AtomicFile.Copy(source, path);
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
            RefuseOutside(folder);
            RefuseReadOnly(path);
            File.Delete(path);
            while (folder.Length > _destination.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
                _folderExisted.TryRemove(folder, out _);
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

    /// <summary>Makes sure a folder is there and lies in the destination; says whether it was there before this run.</summary>
    private bool PrepareFolder(string folder)
    {
        var prepared = _folderExisted.GetOrAdd(folder, key => new(() => Prepare(key)));
        try
        {
            return prepared.Value;
        }
        catch
        {
            // A Lazy keeps its exception; the next document deserves a new try.
            _folderExisted.TryRemove(new(folder, prepared));
            throw;
        }
    }

    private bool Prepare(string folder)
    {
        RefuseOutside(folder);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            return false;
        }

        TemporaryFile.SweepDead(folder);
        return true;
    }

    private void RefuseOutside(string folder)
    {
        var real = RealPath.Of(folder);
        if (!PathRules.IsWithin(real, _realDestination.Value))
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.OutputOutsideDestination,
                $"A link in the destination leads out of it: '{folder}' is '{real}'; remove the link or choose another destination."));
        }
    }

    private void RefuseReadOnly(string path)
    {
        if (!overwriteReadOnly && new FileInfo(path) is { Exists: true, IsReadOnly: true })
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.OutputReadOnly, $"The output '{path}' is read-only; allow overwriting it with -Force or --force."));
        }
    }
}
