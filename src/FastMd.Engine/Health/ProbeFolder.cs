using FastMd.Engine.Output;
using FastMd.Engine.Output.Folders;

namespace FastMd.Engine.Health;

/// <summary>A folder of the real file system. Files tried have temporary names: should a trial be killed, the next run sweeps them.</summary>
internal sealed class ProbeFolder(string path) : IProbeFolder
{
    private readonly Lazy<string?> _writeFailure = new(() => TryToWrite(path));

    public string Path => path;

    public string? WriteFailure => _writeFailure.Value;

    public bool HonoursLocks()
    {
        try
        {
            using var alone = Create(NewFile(), FileShare.None);
            try
            {
                using var second = new FileStream(alone.Name, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            return false;
        }
    }

    public bool DistinguishesCase()
    {
        try
        {
            using var file = Create(NewFile(), FileShare.ReadWrite | FileShare.Delete);
            return !File.Exists(System.IO.Path.Combine(path, System.IO.Path.GetFileName(file.Name).ToUpperInvariant()));
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            return !OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS();
        }
    }

    public long? FreeBytes()
    {
        try
        {
            return new DriveInfo(path).AvailableFreeSpace;
        }
        catch (Exception failure) when (IsExpected(failure) || failure is ArgumentException)
        {
            return null;
        }
    }

    private static string? TryToWrite(string folder)
    {
        var file = System.IO.Path.Combine(folder, TemporaryFile.NewName());
        try
        {
            // The way outputs are written: beside, then renamed.
            AtomicFile.Write(new NamedFolder(folder), System.IO.Path.GetFileName(file), "FastMd"u8, static () => true);
            return File.ReadAllText(file) == "FastMd" ? null : "what was written is not what is read";
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            return failure.Message;
        }
        finally
        {
            TryDelete(file);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            // The write failure is what gets reported; a later run sweeps the temporary file.
        }
    }

    private static bool IsExpected(Exception failure) => failure is IOException or UnauthorizedAccessException;

    private static FileStream Create(string file, FileShare share)
        => new(file, FileMode.CreateNew, FileAccess.ReadWrite, share, bufferSize: 1, FileOptions.DeleteOnClose);

    private string NewFile() => System.IO.Path.Combine(path, TemporaryFile.NewName());
}

/// <summary>A folder that exists, and what can be found out by trying things in it. Nothing of it throws or leaves anything behind.</summary>
internal interface IProbeFolder
{
    string Path { get; }

    /// <summary>Why no file can be written, renamed and deleted there; null where all of it works.</summary>
    string? WriteFailure { get; }

    /// <summary>Whether a file that is open for one alone is refused to a second; only where files can be written.</summary>
    bool HonoursLocks();

    /// <summary>Whether names that differ only in case are two files; only where files can be written.</summary>
    bool DistinguishesCase();

    /// <summary>Bytes free for this user; null where unknown.</summary>
    long? FreeBytes();
}
