using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Safety;

/// <summary>Drops the addresses of one document that may not stand in its HTML, and says so. Their links and images stay, and lead nowhere.</summary>
/// <param name="handling">What becomes of HTML that authors write.</param>
/// <param name="diagnostics">Receives a warning for each.</param>
internal sealed class AddressGuard(RawHtmlHandling handling, ICollection<Diagnostic> diagnostics)
{
    private const int LongestShown = 60;

    /// <summary>The guard of a document; null where every address may stand.</summary>
    public static AddressGuard? For(RawHtmlHandling handling, ICollection<Diagnostic> diagnostics)
        => handling == RawHtmlHandling.Allow ? null : new(handling, diagnostics);

    /// <summary>The address; empty where it was dropped.</summary>
    /// <param name="address">The address, entities resolved.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="line">Line of the link, from 1; 0 where it is not known.</param>
    /// <param name="column">Column of the link, from 1; 0 where it is not known.</param>
    public string Pass(string address, LinkKind kind, int line, int column)
    {
        if (SafeAddress.IsAllowed(address, kind, handling))
        {
            return address;
        }

        diagnostics.Add(Dropped(address, "", line, column));
        return "";
    }

    /// <summary>The warning that an address was dropped.</summary>
    /// <param name="address">The address.</param>
    /// <param name="origin">Where it comes from, as the rest of "The address '...'"; empty where line and column say it.</param>
    /// <param name="line">Line of the link; 0 where it is not known.</param>
    /// <param name="column">Column of the link; 0 where it is not known.</param>
    public static Diagnostic Dropped(string address, string origin, int line = 0, int column = 0)
    {
        var shown = address.Length > LongestShown ? string.Concat(address.AsSpan(0, LongestShown), "...") : address;
        return Diagnostic.Warning(
            DiagnosticCodes.AddressDropped,
            $"The address '{shown}'{origin} was dropped: its scheme is let through only where 'rawHtml' is 'allow'. Mend the address, or allow HTML where you trust who wrote it.",
            line,
            column);
    }
}
