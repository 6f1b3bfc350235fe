using FastMd.Engine.Output.Logs;

namespace FastMd.Engine.Output.State;

/// <summary>The log that holds a build state.</summary>
internal static class StateFile
{
    // The number is that of the form of the records.
    private static ReadOnlySpan<byte> Header => "FastMd build state 7\n"u8;

    /// <summary>Reads a file; no records where it is not there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LogContent Read(string path) => RecordLog.Read(path, Header);

    /// <summary>Opens a file to append after the whole records that were read of it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static RecordLog Append(string path, long wholeBytes, bool isShared = false) => RecordLog.Append(path, Header, wholeBytes, isShared);

    /// <summary>Writes a file anew, and puts it in the place of the one that is there in one step.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Rewrite(string path, Action<RecordLog> write) => RecordLog.Rewrite(path, Header, write);
}
