using System.Text;

namespace FastMd.Engine.Markdown.Definitions;

/// <summary>Reads the label of a link: what stands in brackets, by which a definition is found.</summary>
internal static class LinkLabel
{
    private const int Longest = 999;

    /// <summary>Reads the label that a text begins with.</summary>
    /// <param name="text">The text, from an opening bracket on.</param>
    /// <param name="label">What stands in the brackets, with single spaces.</param>
    /// <param name="length">How long it is, with its brackets.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out string label, out int length)
    {
        length = 0;
        label = "";
        for (var i = 1; i < text.Length && i <= Longest + 1; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    return false;
                case ']':
                    length = i + 1;
                    label = WithSingleSpaces(text[1..i]);
                    return label.Length > 0;
            }
        }

        return false;
    }

    private static string WithSingleSpaces(ReadOnlySpan<char> text)
    {
        text = text.Trim(" \t\r\n");
        if (text.IndexOfAny('\t', '\r', '\n') < 0 && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.ToString();
        }

        var label = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not (' ' or '\t' or '\r' or '\n'))
            {
                label.Append(character);
            }
            else if (label[^1] != ' ')
            {
                label.Append(' ');
            }
        }

        return label.ToString();
    }
}
