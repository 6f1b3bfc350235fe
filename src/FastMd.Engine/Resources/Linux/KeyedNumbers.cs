using System.Globalization;

namespace FastMd.Engine.Resources.Linux;

/// <summary>Texts with a key and a number a line: <c>MemTotal:  1234 kB</c>, <c>inactive_file 1234</c>.</summary>
internal static class KeyedNumbers
{
    /// <summary>The number of a key; null where there is none.</summary>
    public static long? Find(ReadOnlySpan<char> text, string key)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.StartsWith(key, StringComparison.Ordinal) && line.Length > key.Length && line[key.Length] is ':' or ' ')
            {
                var value = line[(key.Length + 1)..].Trim();
                var end = value.IndexOf(' ');
                return long.TryParse(end < 0 ? value : value[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;
            }
        }

        return null;
    }
}
