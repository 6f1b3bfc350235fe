using System.Collections.Concurrent;
using FastMd.Engine.Configuration;

namespace FastMd.Engine.Context.Tokens;

/// <summary>The counters there are, one of each kind for the process.</summary>
internal static class TokenCounters
{
    private static readonly ConcurrentDictionary<TokenCounting, Lazy<ITokenCounter>> Exact = new();

    /// <summary>The counter of a kind. A table is loaded when its counter is asked for first, which takes most of a second.</summary>
    public static ITokenCounter Of(TokenCounting kind) => kind == TokenCounting.Estimate
        ? TokenEstimate.Instance
        : Exact.GetOrAdd(kind, static kind => new(() => new EncodingCounter(kind == TokenCounting.O200k ? "o200k_base" : "cl100k_base"))).Value;
}
