using System.Globalization;

namespace FastMd.Engine.Documents;

/// <summary>
/// Keeps the first of the repeated warnings of a document and counts the rest, so that the number of diagnostics is bounded even if every line has
/// the same dead link.
/// </summary>
internal static class RepeatedWarnings
{
    /// <summary>How many places are told of; the last says how many there are besides.</summary>
    public const int MostPlaces = 10;

    /// <summary>What is to be said of a document, in its order.</summary>
    /// <param name="all">What there is to say.</param>
    public static IReadOnlyList<Diagnostic> Count(IReadOnlyList<Diagnostic> all)
    {
        if (all.Count <= MostPlaces)
        {
            return all;
        }

        var totals = all.GroupBy(KeyOf).ToDictionary(alike => alike.Key, alike => alike.Count());
        return totals.Values.Max() <= MostPlaces ? all : [.. Kept(all, totals)];
    }

    private static IEnumerable<Diagnostic> Kept(IReadOnlyList<Diagnostic> all, Dictionary<(DiagnosticSeverity Severity, string Code, object Says), int> totals)
    {
        var told = new Dictionary<(DiagnosticSeverity, string, object), int>();
        foreach (var diagnostic in all)
        {
            var key = KeyOf(diagnostic);
            var number = told[key] = told.GetValueOrDefault(key) + 1;
            if (number < MostPlaces || totals[key] <= MostPlaces || key.Severity == DiagnosticSeverity.Error)
            {
                yield return diagnostic;
            }
            else if (number == MostPlaces)
            {
                yield return diagnostic with
                {
                    Message = string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Message} And {totals[key] - MostPlaces} more like it in this document."),
                };
            }
        }
    }

    private static (DiagnosticSeverity Severity, string Code, object Says) KeyOf(Diagnostic diagnostic)
        => (diagnostic.Severity, diagnostic.Code, (object?)diagnostic.Facts ?? diagnostic.Message);
}
