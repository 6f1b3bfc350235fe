using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>A source as it was read.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Bytes">How many bytes it was.</param>
/// <param name="DecodeTime">How long it took to decode them.</param>
/// <param name="Stamp">Its stamp before it was read; null for text in memory, and for a file that changed meanwhile.</param>
/// <param name="Hash">Hash of its bytes; of nothing where nobody asked for it.</param>
internal sealed record ReadSource(SourceText Text, long Bytes, TimeSpan DecodeTime, FileStamp? Stamp = null, ContentHash Hash = default);
