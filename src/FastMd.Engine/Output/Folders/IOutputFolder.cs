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
