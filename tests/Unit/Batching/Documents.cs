using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Batching;

/// <summary>Planned documents and results made up for tests of the batch.</summary>
internal static class Documents
{
    public static PlannedDocument Of(long index, long length = 100)
        => new(index, DocumentSource.FromFile($"/{index}.md", length));

    public static PlannedDocument[] Many(int count, long length = 100)
        => [.. Enumerable.Range(0, count).Select(index => Of(index, length))];

    public static ConversionResult Converted(PlannedDocument document, string? content = null) => new()
    {
        Index = document.Index,
        SourcePath = document.Source.Name,
        Status = ConversionStatus.Converted,
        Content = content,
    };
}
