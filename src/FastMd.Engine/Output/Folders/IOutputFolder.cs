using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.Folders;

/// <summary>A folder that files are written to, each under a passing name first.</summary>
internal interface IOutputFolder : IDisposable
{
    /// <summary>Makes a file that was not there, open for writing. While it is open no other run takes it for a leftover.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be made.</exception>
    SafeFileHandle Create(string name);

    /// <summary>Gives a file another name, in place of the file that has it.</summary>
    /// <exception cref="IOException">It cannot be done.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be done.</exception>
    void Rename(string name, string newName);

    /// <summary>Deletes a file, if it is there.</summary>
    /// <exception cref="IOException">It cannot be done.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be done.</exception>
    void Delete(string name);
}

/// <summary>A folder by its path. Where that may be made to lead elsewhere meanwhile, it is looked at again right before each irrevocable step.</summary>
/// <param name="path">Absolute path.</param>
/// <param name="check">Throws where the path leads to no place for outputs any more.</param>
internal sealed class NamedFolder(string path, Action? check = null) : IOutputFolder
{
    public SafeFileHandle Create(string name) => File.OpenHandle(At(name), FileMode.CreateNew, FileAccess.Write, FileShare.Delete);

    public void Rename(string name, string newName)
    {
        check?.Invoke();
        var (from, to) = (At(name), At(newName));
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows() && File.Exists(to))
        {
            // Windows renames over no read-only file. That it may be replaced was decided before.
            File.SetAttributes(to, File.GetAttributes(to) & ~FileAttributes.ReadOnly);
            File.Move(from, to, overwrite: true);
        }
    }

    public void Delete(string name)
    {
        check?.Invoke();
        File.Delete(At(name));
    }

    public void Dispose()
    {
    }

    private string At(string name) => Path.Combine(path, name);
}
