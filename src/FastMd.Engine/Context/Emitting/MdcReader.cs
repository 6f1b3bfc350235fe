using System.Globalization;
using System.Text.Json;

namespace FastMd.Engine.Context.Emitting;

/// <summary>Reads the front matter that <see cref="MdcFrontMatter"/> writes: a small part of YAML, read many times faster than all of it.</summary>
internal static class MdcReader
{
    private const string Open = "---\nschema: " + MdcFrontMatter.Schema + "\n";
    private const string Close = "\n---\n";

    /// <summary>Reads it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="bodyStart">Where its text begins.</param>
    /// <returns>Null where it begins with anything else.</returns>
    public static Dictionary<string, object?>? Read(string text, out int bodyStart)
    {
        bodyStart = 0;
        if (!text.StartsWith(Open, StringComparison.Ordinal) || text.IndexOf(Close, StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        bodyStart = end + Close.Length;
        var data = new Dictionary<string, object?>(StringComparer.Ordinal);
        var map = data;
        foreach (var line in text.AsSpan(0, end)["---\n".Length..].EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                return null;
            }

            var key = line[..colon].Trim(' ').ToString();
            var value = line[(colon + 1)..].Trim(' ');
            if (line[0] != ' ')
            {
                map = data;
            }

            if (value.IsEmpty)
            {
                var inner = new Dictionary<string, object?>(StringComparer.Ordinal);
                map[key] = inner;
                map = inner;
            }
            else
            {
                map[key] = value[0] == '[' ? ListOf(value[1..^1].ToString()) : ScalarOf(value);
            }
        }

        return data;
    }

    private static object ScalarOf(ReadOnlySpan<char> text)
        => text[0] == '"' ? TextOf(text)
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : text.ToString();

    // What stands in quotes is written as JSON writes it.
    private static string TextOf(ReadOnlySpan<char> quoted)
    {
        var inner = quoted[1..^1];
        if (!inner.Contains('\\'))
        {
            return inner.ToString();
        }

        using var json = JsonDocument.Parse(quoted.ToString());
        return json.RootElement.GetString()!;
    }

    private static List<object?> ListOf(string items)
    {
        var list = new List<object?>();
        for (var at = 0; at < items.Length;)
        {
            var end = items[at] == '"' ? EndOfQuoted(items, at) : items.IndexOf(", ", at, StringComparison.Ordinal) is >= 0 and var comma ? comma : items.Length;
            var item = items.AsSpan(at, end - at);
            list.Add(item[0] == '"' ? TextOf(item) : item.ToString());
            at = end + ", ".Length;
        }

        return list;
    }

    private static int EndOfQuoted(string text, int open)
    {
        var at = open + 1;
        while (text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at + 1;
    }
}
