using FastMd.Engine.Configuration;

namespace FastMd.Engine.Context.Tokens;

/// <summary>The counters there are, one of each kind for the process.</summary>
internal static class TokenCounters
{
    private static readonly EncodingCounter O200k = new("o200k_base");
    private static readonly EncodingCounter Cl100k = new("cl100k_base");

    /// <summary>The counter of a kind.</summary>
    public static ITokenCounter Of(TokenCounting kind) => kind switch
    {
        TokenCounting.O200k => O200k,
        TokenCounting.Cl100k => Cl100k,
        _ => TokenEstimate.Instance,
    };
}
