using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>
/// Reads the front matter that most pages have, lines of <c>key: value</c>, without a parser for all of YAML. It takes only what can mean
/// nothing else; of everything else, right or wrong, it says that it is not flat.
/// </summary>
internal static class FlatFrontMatter
{
    // YAML may reject a line as a key if its colon does not come this early.
    private const int LongestKey = 128;

    private static readonly SearchValues<char> KeyCharacters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.- ");

    /// <summary>The data; null where the front matter is not flat, or has a key twice.</summary>
    /// <param name="yaml">What stands between the fences.</param>
    public static IReadOnlyDictionary<string, object?>? Read(ReadOnlySpan<char> yaml)
    {
        // Check all lines before using the first.
        for (var rest = yaml; !rest.IsEmpty;)
        {
            var line = Line(ref rest);
            if (!line.IsEmpty && !IsFlat(line))
            {
                return null;
            }
        }

        var mapping = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!yaml.IsEmpty)
        {
            var line = Line(ref yaml);
            var colon = line.IndexOf(':');
            if (colon > 0 && !mapping.TryAdd(FrontMatterKeys.Intern(line[..colon].ToString()), YamlScalars.ResolvePlain(Value(line, colon).ToString())))
            {
                return null;
            }
        }

        return mapping.Count > 0 ? mapping : null;
    }

    private static ReadOnlySpan<char> Line(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return end > 0 && line[^1] == '\r' ? line[..^1] : line;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> line, int colon) => line[(colon + 1)..].Trim(' ');

    private static bool IsFlat(ReadOnlySpan<char> line)
        => line.IndexOf(':') is > 0 and <= LongestKey and var colon
            && IsKey(line[..colon])
            && (colon == line.Length - 1 || line[colon + 1] == ' ')
            && (Value(line, colon) is var value && (value.IsEmpty || IsPlain(value)));

    private static bool IsKey(ReadOnlySpan<char> text)
        => char.IsAsciiLetterOrDigit(text[0]) && text[^1] != ' ' && !text.ContainsAnyExcept(KeyCharacters);

    /// <summary>Whether a text is a plain scalar that ends with its line: nothing in it has a meaning in YAML.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
        => (char.IsAsciiLetterOrDigit(text[0]) || text[0] is '/' or '(' or '_' or '$' or > '~')
            && text[^1] != ':'
            && !text.Contains(": ", StringComparison.Ordinal)
            && !text.Contains(" #", StringComparison.Ordinal)
            && (!text.ContainsAnyExceptInRange(' ', '~') || IsOrdinary(text));

    /// <summary>Whether a text has neither control characters nor what breaks lines, marks an order of bytes or is half of a character.</summary>
    private static bool IsOrdinary(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is not ((>= ' ' and <= '~') or (>= '\u00A1' and < '\u2000') or (>= '\u2070' and < '\uD800')))
            {
                return false;
            }
        }

        return true;
    }
}
