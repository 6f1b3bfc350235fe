using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>A file that FastMd wrote and that no run would write any more.</summary>
public sealed class StaleOutput
{
    internal StaleOutput(string path, string reason, RecordedOutput record)
    {
        Path = path;
        Reason = reason;
        Record = record;
    }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>Why, in words that end a sentence.</summary>
    public string Reason { get; }

    internal RecordedOutput Record { get; }
}
