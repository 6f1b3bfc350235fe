using FastMd.Engine.Documents;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.Folders;

/// <summary>
/// A folder on Linux, held by a handle: what is done in it is done in that folder, whatever its path is made to lead to meanwhile.
/// </summary>
internal sealed class HeldFolder : IOutputFolder
{
    private readonly SafeFileHandle _folder;
    private readonly string _path;

    private HeldFolder(SafeFileHandle folder, string path)
    {
        _folder = folder;
        _path = path;
    }

    /// <summary>Opens a folder by its path.</summary>
    /// <exception cref="IOException">There is none, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened.</exception>
    public static HeldFolder Open(string path) => new(LinuxFolders.Open(path), path);

    /// <summary>Opens a folder below, step by step, none of them through a link.</summary>
    /// <param name="relative">Its path from here; empty for this folder.</param>
    /// <param name="creates">Whether folders that are not there are made.</param>
    /// <exception cref="DocumentException">There is a link, or a file, on the way.</exception>
    /// <exception cref="IOException">There is none, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened.</exception>
    public HeldFolder Enter(string relative, bool creates)
    {
        HeldFolder? here = null;
        try
        {
            foreach (var segment in relative.Split('/').Where(static segment => segment is not ("" or ".")))
            {
                var next = (here ?? this).Step(segment, creates);
                here?.Dispose();
                here = next;
            }
        }
        catch
        {
            here?.Dispose();
            throw;
        }

        return here ?? Open(_folder, ".", _path);
    }

    public SafeFileHandle Create(string name) => LinuxFolders.Create(_folder, name, At(name));

    public void Rename(string name, string newName) => LinuxFolders.Rename(_folder, name, newName, At(newName));

    public void Delete(string name) => LinuxFolders.Delete(_folder, name, isFolder: false, At(name));

    /// <summary>Deletes a folder in it; false where it is not empty.</summary>
    /// <exception cref="IOException">It cannot be done.</exception>
    public bool TryDeleteFolder(string name) => LinuxFolders.Delete(_folder, name, isFolder: true, At(name));

    public void Dispose() => _folder.Dispose();

    private static HeldFolder Open(SafeFileHandle folder, string name, string path)
        => new(LinuxFolders.Open(folder, name, path) ?? throw new DirectoryNotFoundException($"The folder '{path}' was removed meanwhile."), path);

    private HeldFolder Step(string segment, bool creates)
    {
        var path = At(segment);
        if (LinuxFolders.Open(_folder, segment, path) is { } there)
        {
            return new(there, path);
        }

        if (!creates)
        {
            throw new DirectoryNotFoundException($"There is no folder '{path}'.");
        }

        // Another worker may be quicker.
        LinuxFolders.Make(_folder, segment, path);
        return Open(_folder, segment, path);
    }

    private string At(string name) => Path.Combine(_path, name);
}
