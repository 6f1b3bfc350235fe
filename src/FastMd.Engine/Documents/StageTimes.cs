namespace FastMd.Engine.Documents;

/// <summary>Where the time of one attempt went.</summary>
/// <param name="Read">Bytes from the disk.</param>
/// <param name="Decode">Bytes to text.</param>
/// <param name="Parse">Text to tree, front matter included.</param>
/// <param name="Render">Tree to output.</param>
/// <param name="Write">Output to the disk.</param>
public readonly record struct StageTimes(TimeSpan Read, TimeSpan Decode, TimeSpan Parse, TimeSpan Render, TimeSpan Write)
{
    /// <summary>All of it.</summary>
    public TimeSpan Total => Read + Decode + Parse + Render + Write;

    /// <summary>Two attempts, or two documents, together.</summary>
    public static StageTimes operator +(StageTimes left, StageTimes right) => left.Add(right);

    /// <summary>Two attempts, or two documents, together.</summary>
    public StageTimes Add(StageTimes other)
        => new(Read + other.Read, Decode + other.Decode, Parse + other.Parse, Render + other.Render, Write + other.Write);
}
