using System.Globalization;
using System.Text;

namespace FastMd.Engine.Books.Epub;

/// <summary>Names of chapters and of files, as they are made for people and for every system.</summary>
internal static class PartName
{
    private const int LongestSlug = 60;

    /// <summary>The name of a chapter without its extension: its number and its title.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="title">The title.</param>
    public static string Of(int number, int count, string title)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(2, count.ToString(CultureInfo.InvariantCulture).Length), '0');
        var slug = Slug(title);
        return slug.Length > 0 ? $"{digits}-{slug}" : digits;
    }

    /// <summary>Letters and digits of a text, small, with dashes between words.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (slug.Length > 0 && slug[^1] != '-' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                if (slug.Length + rune.Utf16SequenceLength > LongestSlug)
                {
                    break;
                }

                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-' && rune.Value is not ('\'' or '’' or '\u00AD'))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>The name of a file that is taken out of a book, unlike all that were given before.</summary>
    /// <param name="folder">The folder that it is for.</param>
    /// <param name="path">Its path in the book.</param>
    /// <param name="taken">The names that were given, in whatever case.</param>
    public static string OfFile(string folder, string path, HashSet<string> taken)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var extension = Path.GetExtension(name);
        var suffix = extension.Length is > 1 and <= 8 && extension.AsSpan(1).IndexOfAnyExcept(Plain) < 0 ? extension.ToLowerInvariant() : "";
        var stem = Slug(Path.GetFileNameWithoutExtension(name));
        stem = stem.Length == 0 ? "file" : IsDevice(stem) ? stem + "-" : stem;
        var made = $"{folder}/{stem}{suffix}";
        for (var i = 2; !taken.Add(made); i++)
        {
            made = string.Create(CultureInfo.InvariantCulture, $"{folder}/{stem}-{i}{suffix}");
        }

        return made;
    }

    private static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool IsDevice(string stem)
        => stem is "con" or "prn" or "aux" or "nul" || (stem.Length == 4 && (stem.StartsWith("com", StringComparison.Ordinal) || stem.StartsWith("lpt", StringComparison.Ordinal)) && char.IsDigit(stem[3]));
}
