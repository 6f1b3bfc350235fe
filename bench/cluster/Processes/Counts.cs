using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FastMd.Cluster.Bench.Processes;

/// <summary>How many documents a run says it did.</summary>
internal sealed partial record Counts(int Total, int Converted, int Unchanged, int Failed, int TimedOut, int Cancelled)
{
    /// <summary>By its report; null where it has not written one that can be read.</summary>
    public static Counts? Of(string report)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(report));
            var documents = document.RootElement.GetProperty("documents");
            return new(Get("total"), Get("converted"), Get("unchanged"), Get("failed"), Get("timedOut"), Get("cancelled"));

            int Get(string name) => documents.GetProperty(name).GetInt32();
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>By its summary; null where it has written none.</summary>
    public static int? OfSummary(string messages)
        => Summary().Matches(messages) is [.., var last] ? int.Parse(last.Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether that is so many documents, and none that failed.</summary>
    public bool IsAllConverted(int documents) => Total == documents && Converted + Unchanged == documents && Failed + TimedOut + Cancelled == 0;

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Total} documents, {Converted} converted, {Unchanged} unchanged, {Failed} failed, {TimedOut} timed out, {Cancelled} cancelled");

    [GeneratedRegex(@"^([\d,]+) documents?\b.* in [\d.,:]+ ", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
