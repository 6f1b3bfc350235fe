using System.Collections.Concurrent;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Documents;

/// <summary>
/// Interns the keys that front matter repeats from page to page, so that retained results share them. The number of interned keys is bounded; further
/// keys are returned as they are.
/// </summary>
internal static class FrontMatterKeys
{
    private const int Most = 1024;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static int _count;

    public static CacheCounter Counter { get; } = new("front_matter_keys");

    /// <summary>Keys that are known.</summary>
    public static int Count => Volatile.Read(ref _count);

    /// <summary>The same key, the same string.</summary>
    public static string Intern(string key)
    {
        var isKnown = Known.TryGetValue(key, out var known);
        Counter.Count(isKnown);
        return isKnown ? known! : Count < Most ? Add(key) : key;
    }

    private static string Add(string key)
    {
        var known = Known.GetOrAdd(key, key);
        if (ReferenceEquals(known, key))
        {
            Interlocked.Increment(ref _count);
        }

        return known;
    }
}
