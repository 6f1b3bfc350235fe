namespace FastMd.Engine.Output.State;

/// <summary>What was read of a state file.</summary>
/// <param name="Records">Its whole records, in order.</param>
/// <param name="WholeBytes">How far they reach.</param>
/// <param name="Problem">Why not all of it could be read; null where it could, or where its end was only cut off.</param>
internal sealed record StateContent(IReadOnlyList<RecordBytes> Records, long WholeBytes, string? Problem);

/// <summary>One record. A class: collections of it need not be compiled anew in every process.</summary>
internal sealed record RecordBytes(ReadOnlyMemory<byte> Bytes);
