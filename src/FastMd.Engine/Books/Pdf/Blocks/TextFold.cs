using System.Text;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Text reduced to what makes two the same heading, or the same head of a page.</summary>
internal static class TextFold
{
    /// <summary>Letters and digits in small letters.</summary>
    public static string Letters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>The same, with a number sign for each number: pages count on.</summary>
    public static string Digits(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                if (folded.Length == 0 || folded[^1] != '#')
                {
                    folded.Append('#');
                }
            }
            else if (!char.IsWhiteSpace(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return IsRoman(folded) ? "#" : folded.ToString();
    }

    private static bool IsRoman(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('i' or 'v' or 'x' or 'l'))
            {
                return false;
            }
        }

        return text.Length is > 0 and < 8;
    }
}
