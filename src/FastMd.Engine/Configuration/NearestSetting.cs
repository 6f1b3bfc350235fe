namespace FastMd.Engine.Configuration;

/// <summary>Guesses which setting a misspelt key means. What a setting is called at another door counts as a spelling.</summary>
internal static class NearestSetting
{
    // Skip very long keys: they are not misspellings, and the comparison is expensive.
    private const int LongestKey = 64;

    /// <summary>The setting nearest to a key; null where none is near.</summary>
    public static Setting? Of(string key)
    {
        var plain = Plain(key);
        if (plain.Length > LongestKey)
        {
            return null;
        }

        var nearest = SettingsTable.All
            .SelectMany(Names, (setting, name) => (Setting: setting, Distance: Distance(plain, name)))
            .MinBy(candidate => candidate.Distance);
        return nearest.Distance <= Math.Max(1, plain.Length / 3) ? nearest.Setting : null;
    }

    private static IEnumerable<string> Names(Setting setting)
        => new[] { setting.Key, setting.HasOwnOption ? setting.Option : "", setting.HasOwnParameter ? setting.Parameter : "", setting.EnvironmentVariable }
            .Select(Plain)
            .Where(name => name.Length > 0);

    private static string Plain(string name)
        => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>How many letters have to be changed, added, left out or swapped with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        var (previous, current, next) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray(), new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = current[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                next[j] = Math.Min(change, Math.Min(current[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    next[j] = Math.Min(next[j], previous[j - 2] + 1);
                }
            }

            (previous, current, next) = (current, next, previous);
        }

        return current[to.Length];
    }
}
