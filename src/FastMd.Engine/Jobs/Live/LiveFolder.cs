using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Jobs.Live;

/// <summary>
/// The files in which the processes of a job tell of themselves, in the state folder of its destination. Who watches the job reads them, while it runs and
/// after; the next run of a job deletes those of the one before.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
internal sealed class LiveFolder(string destination)
{
    private const string Extension = ".json";
    private const string WritingExtension = ".tmp";

    // A report has a bound; what is larger is something else.
    private const long MostBytes = 16 * 1024 * 1024;

    // Of more than that nobody sees anything.
    private const int MostProcesses = 256;

    private readonly string _folder = Path.Combine(StateFolder.Of(destination), StateFolder.LiveName);

    /// <summary>Whether there is anything to read.</summary>
    public bool Exists => Directory.Exists(_folder);

    /// <summary>Writes what a process tells, in the place of what it told before. Nothing depends on it: where it cannot be written, nothing happens.</summary>
    /// <param name="id">Distinguishes the process.</param>
    /// <param name="told">What it tells.</param>
    public void Write(string id, byte[] told)
    {
        var (file, writing) = (Path.Combine(_folder, id + Extension), Path.Combine(_folder, id + WritingExtension));
        Try(() =>
        {
            Directory.CreateDirectory(_folder);
            File.Delete(writing);
            using (var stream = new FileStream(writing, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(told);
            }

            File.Move(writing, file, overwrite: true);
        });
    }

    /// <summary>What the processes told last, those of earlier runs included.</summary>
    public IEnumerable<LiveReport> Read() => Files(Extension, MostProcesses).Select(static file => Read(file.FullName)).OfType<LiveReport>();

    /// <summary>
    /// Deletes what is of other runs than this one. One that is resumed is the same run: of what was told before nothing is of now, where nobody has told anything for a
    /// while.
    /// </summary>
    /// <param name="job">The run.</param>
    /// <param name="isAlone">Whether no other process can be writing there.</param>
    /// <param name="now">UTC.</param>
    public void Clear(string job, bool isAlone, DateTimeOffset now)
    {
        var parts = Files(Extension).ToLookup(file => Read(file.FullName)?.Job == job);
        var goesOn = parts[true].Any(file => now - file.LastWriteTimeUtc <= Hearing.Patience);
        foreach (var file in goesOn ? parts[false] : parts[false].Concat(parts[true]))
        {
            Try(file.Delete);
        }

        foreach (var file in isAlone ? Files(WritingExtension) : [])
        {
            Try(file.Delete);
        }
    }

    private static LiveReport? Read(string path)
    {
        byte[]? told = null;
        Try(() =>
        {
            // A folder may come from elsewhere, and with it anything in the place of a file.
            var file = new FileInfo(path);
            if (file.LinkTarget is null && !PathKinds.IsSpecial(path) && file.Length <= MostBytes)
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var buffer = new byte[file.Length];
                told = buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
            }
        });
        return told is null ? null : LiveReader.TryRead(told);
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is there for those who watch: it is read, or written, again in a second.
        }
    }

    private FileInfo[] Files(string extension, int most = int.MaxValue)
    {
        try
        {
            return Directory.Exists(_folder)
                ? [.. new DirectoryInfo(_folder).EnumerateFiles("*" + extension).OrderByDescending(static file => file.LastWriteTimeUtc).Take(most)]
                : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
