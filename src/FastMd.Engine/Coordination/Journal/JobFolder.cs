using FastMd.Engine.Output.Logs;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>Where a destination keeps the job that several processes share there.</summary>
/// <param name="destination">Absolute path of the destination.</param>
internal sealed class JobFolder(string destination)
{
    private readonly string _folder = StateFolder.Of(Path.TrimEndingDirectorySeparator(destination));

    /// <summary>Absolute path of the destination.</summary>
    public string Destination { get; } = Path.TrimEndingDirectorySeparator(destination);

    /// <summary>The journal.</summary>
    public string Journal => Path.Combine(_folder, StateFolder.JobName);

    /// <summary>The file that is locked by whoever appends to the journal or to the build state.</summary>
    public string Lock => Path.Combine(_folder, StateFolder.JobLockName);

    /// <summary>The journal as people and tools read it.</summary>
    public string Manifest => Path.Combine(_folder, StateFolder.ManifestName);

    /// <summary>Where each process has a file that it locks for as long as it lives.</summary>
    public string Workers => Path.Combine(_folder, StateFolder.WorkersName);

    /// <summary>Whether there is a job, in progress or over.</summary>
    public bool HasJob => File.Exists(Journal);

    /// <summary>Reads what there is of the job, while others may be at it.</summary>
    /// <exception cref="IOException">It cannot be read, or is damaged from its beginning.</exception>
    public (JobState State, LogContent Content) Read()
    {
        StateFolder.Check(Destination);
        var content = JobLog.Read(Journal);
        var state = new JobState();
        try
        {
            foreach (var record in content.Records)
            {
                state.Apply(record.Bytes);
            }
        }
        catch (InvalidDataException foreign)
        {
            // What a record of another form says is not known, nor what those after it build on.
            return (new(), new([], 0, foreign.Message));
        }

        return (state, content);
    }
}

/// <summary>The log that holds a job.</summary>
internal static class JobLog
{
    // The number is that of the form of the records.
    private static ReadOnlySpan<byte> Header => "FastMd job 1\n"u8;

    public static LogContent Read(string path) => RecordLog.Read(path, Header);

    public static RecordLog Append(string path, long wholeBytes) => RecordLog.Append(path, Header, wholeBytes, isShared: true);

    public static void Rewrite(string path, Action<RecordLog> write) => RecordLog.Rewrite(path, Header, write);
}
