using FastMd.Engine.Reports.Charts;

namespace FastMd.Engine.Reports.Pages;

/// <summary>How a batch went, in a sentence.</summary>
internal static class Verdict
{
    public static string Sentence(DocumentCounts documents)
    {
        var total = Figures.Count(documents.Total);
        return documents switch
        {
            { Total: 0 } => "There were no documents",
            { Total: 1, Converted: 1 } => "The one document was converted",
            { Total: 1, Unchanged: 1 } => "The one document was unchanged",
            { Total: 1 } => "The one document was not converted",
            _ when documents.Converted == documents.Total => $"All {total} documents were converted",
            _ when documents.Unchanged == documents.Total => $"All {total} documents were unchanged",
            { Converted: 0, Unchanged: 0 } => $"None of the {total} documents was converted",
            _ => $"{Figures.Count(documents.Converted)} of {total} documents were converted",
        };
    }

    /// <summary>Its colour: good, mild where it was cancelled, bad where documents failed.</summary>
    public static string Style(DocumentCounts documents) => documents switch
    {
        { Failed: > 0 } or { TimedOut: > 0 } => "bad",
        { Cancelled: > 0 } => "mild",
        { Total: 0 } => "",
        _ => "good",
    };

    /// <summary>What became of those that were not converted: <c>2 failed, 1 timed out</c>.</summary>
    public static string Rest(DocumentCounts documents)
    {
        (long Count, string Word)[] parts = [(documents.Unchanged, "unchanged"), (documents.Failed, "failed"), (documents.TimedOut, "timed out"), (documents.Cancelled, "cancelled")];
        var said = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{Figures.Count(part.Count)} {part.Word}"));
        return said.Length > 0 ? said : "nothing failed";
    }
}
