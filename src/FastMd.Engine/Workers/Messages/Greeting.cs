using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Workers.Messages;

/// <summary>What each side says first.</summary>
/// <param name="Wire">Version of the frames.</param>
/// <param name="Engine">Version of the engine.</param>
internal sealed record Greeting(int Wire, string Engine)
{
    /// <summary>What this side says.</summary>
    public static Greeting Own { get; } = new(Workers.Wire.WireVersion.Number, Workers.Wire.WireVersion.Engine);

    /// <summary>Why the two sides cannot work together; null where they can.</summary>
    public string? Mismatch(Greeting other)
        => Wire != other.Wire ? $"it speaks version {other.Wire} of the worker protocol and version {Wire} is needed"
            : Engine != other.Engine ? $"it is FastMd {other.Engine} and {Engine} is needed"
            : null;

    public static Greeting Read(ReadOnlyMemory<byte> payload)
    {
        // The number of the wire comes first and the rest may be of any form, in other versions.
        var reader = new RecordReader(payload);
        var wire = reader.Whole();
        return new(wire, wire == Own.Wire ? reader.Text() : "");
    }

    public void Write(RecordWriter writer)
    {
        writer.Number(Wire);
        writer.Text(Engine);
    }
}
