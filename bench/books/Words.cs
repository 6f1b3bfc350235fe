using System.Text;

namespace FastMd.Books;

/// <summary>Words as they are compared: NFKC, in small letters, without punctuation around them.</summary>
internal static class Words
{
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        foreach (var word in Spaced(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var trimmed = Trim(word);
            if (trimmed.Length > 0)
            {
                words.Add(trimmed);
            }
        }

        return words;
    }

    /// <summary>Words of Markdown: without its marks and escapes.</summary>
    public static List<string> OfMarkdown(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length && char.IsPunctuation(text[i + 1]) | char.IsSymbol(text[i + 1]))
            {
                plain.Append(text[++i]);
            }
            else if (c == ']' && i + 1 < text.Length && text[i + 1] == '(' && text.IndexOf(')', i) is > 0 and var end && text.IndexOf('\n', i, end - i) < 0)
            {
                // The address of a link is not on the page.
                i = end;
            }
            else if (c is '*' or '`' or '|' or '[')
            {
                plain.Append(c is '|' ? " " : "");
            }
            else
            {
                plain.Append(c);
            }
        }

        return Of(System.Net.WebUtility.HtmlDecode(plain.ToString()));
    }

    /// <summary>Each character of Chinese and Japanese is a word: where lines end says nothing there.</summary>
    private static string Spaced(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u2E80', '\uD7AF') && !text.AsSpan().ContainsAnyInRange('\uF900', '\uFAFF'))
        {
            return text;
        }

        var spaced = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            _ = c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uAC00' and <= '\uD7AF' ? spaced.Append(' ').Append(c).Append(' ') : spaced.Append(c);
        }

        return spaced.ToString();
    }

    private static string Trim(string word)
    {
        var begin = 0;
        var end = word.Length;
        while (begin < end && !IsPart(word[begin]))
        {
            begin++;
        }

        while (end > begin && !IsPart(word[end - 1]))
        {
            end--;
        }

        // Marks in the middle of a word are taken out, too: they are escaped, or marks of emphasis.
        return word[begin..end].Replace("*", "", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
