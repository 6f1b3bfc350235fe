namespace FastMd.Engine.Resources.Linux;

/// <summary>Texts with a key and a number a line: <c>MemTotal:  1234 kB</c>, <c>inactive_file 1234</c>.</summary>
internal static class KeyedNumbers
{
    /// <summary>The number of a key; null where there is none.</summary>
    public static long? Find(ReadOnlySpan<char> text, string key)
    {
        while (!text.IsEmpty)
        {
            var line = Fields.Take(ref text, '\n');
            if (line.StartsWith(key, StringComparison.Ordinal) && line.Length > key.Length && line[key.Length] is ':' or ' ')
            {
                var value = line[(key.Length + 1)..].TrimStart();
                return Fields.Number(Fields.Take(ref value, ' '));
            }
        }

        return null;
    }
}
