using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Reports;

/// <summary>Some of many.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Items">Those that were kept.</param>
public sealed record Excerpt<T>(long Count, IReadOnlyList<T> Items)
{
    /// <summary>How many were not kept.</summary>
    public long LeftOut => Count - Items.Count;
}

/// <summary>Something about the batch that someone should look at.</summary>
/// <param name="Name">Which alert.</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="At">When, since the batch began.</param>
public sealed record Alert(string Name, string Message, TimeSpan At);

/// <summary>A document that failed or was abandoned.</summary>
/// <param name="Path">Path or name of the source.</param>
/// <param name="Status">Whether it failed or was abandoned.</param>
/// <param name="Line">Line in the source, from 1; 0 where the reason is about the document as a whole.</param>
/// <param name="Column">Column in the source, from 1, in UTF-16 code units; 0 where there is none.</param>
/// <param name="Code">Code of the first error, such as <c>FM1001</c>; empty where there is none.</param>
/// <param name="Message">What happened.</param>
public sealed record Failure(string Path, ConversionStatus Status, int Line, int Column, string Code, string Message)
{
    internal static Failure Of(ConversionResult result)
    {
        var reason = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ?? (result.Diagnostics.Count > 0 ? result.Diagnostics[0] : null);
        return reason is null
            ? new(result.SourcePath, result.Status, 0, 0, "", "No reason was given.")
            : new(result.SourcePath, result.Status, reason.Line, reason.Column, reason.Code, reason.Message);
    }
}

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
