using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastMd.Faults.Processes;

namespace FastMd.Faults.Checking;

/// <summary>What a run reported: a line of JSON for each document, and a summary.</summary>
/// <param name="Results">Status and output of each document.</param>
/// <param name="Summed">Documents by the summary; null where there was none.</param>
internal sealed partial record Reported(IReadOnlyList<(string Status, string? Output)> Results, int? Summed)
{
    public static Reported By(Ending ending)
    {
        // What stands behind the last end of a line was cut off.
        var lines = ending.Output.Split('\n')[..^1];
        var summary = Summary().Match(ending.Messages);
        return new(
            [.. lines.Select(Result)],
            summary.Success ? int.Parse(summary.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null);
    }

    public bool HasFailed => Results.Any(result => result.Status is "failed" or "timedOut");

    public int Completed => Results.Count(result => result.Status != "cancelled");

    public IEnumerable<string> Written => Results.Where(result => result.Status is "converted" or "unchanged").Select(result => result.Output).OfType<string>();

    private static (string Status, string? Output) Result(string line)
    {
        using var json = JsonDocument.Parse(line);
        return (json.RootElement.GetProperty("status").GetString()!, json.RootElement.GetProperty("output").GetString());
    }

    [GeneratedRegex(@"^(Cancelled\. )?(?<count>[\d,]+) documents?( \(.*\))? in ", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
