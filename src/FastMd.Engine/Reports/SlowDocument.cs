using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Reports;

/// <summary>A document that took long.</summary>
/// <param name="Path">Path or name of the source.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Tier">Its size class.</param>
/// <param name="InputBytes">Its size in bytes.</param>
/// <param name="Duration">How long its last try took.</param>
/// <param name="Stages">Where that time went; all zero where it did not get through.</param>
public sealed record SlowDocument(
    string Path,
    ConversionStatus Status,
    SizeTier Tier,
    long InputBytes,
    TimeSpan Duration,
    StageTimes Stages);
