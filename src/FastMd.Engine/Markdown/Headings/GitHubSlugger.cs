using System.Globalization;
using System.Text;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>Heading ids as GitHub makes them, each unique in its document.</summary>
internal sealed class GitHubSlugger
{
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    /// <summary>The id of the next heading; empty where its text has no character an id keeps.</summary>
    public string Next(string headingText)
    {
        var slug = Slug(headingText);
        if (slug.Length == 0 || _occurrences.TryAdd(slug, 0))
        {
            return slug;
        }

        string unique;
        do
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{slug}-{++_occurrences[slug]}");
        }
        while (!_occurrences.TryAdd(unique, 0));

        return unique;
    }

    /// <summary>Takes an id that the author chose: no other heading is given it.</summary>
    public void Take(string id) => _occurrences.TryAdd(id, 0);

    private static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        Span<char> utf16 = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                slug.Append('-');
            }
            else if (rune.Value == 'İ')
            {
                // The only letter that two characters are the lower case of.
                slug.Append("i\u0307");
            }
            else if (IsKept(rune))
            {
                slug.Append(utf16[..Rune.ToLowerInvariant(rune).EncodeToUtf16(utf16)]);
            }
        }

        return slug.ToString();
    }

    private static bool IsKept(Rune rune) => rune.Value == '-' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
        or UnicodeCategory.ConnectorPunctuation;
}
