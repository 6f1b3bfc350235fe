using System.Globalization;

namespace FastMd.Engine.Books.Pdf;

/// <summary>Pages that are converted together.</summary>
/// <param name="First">The first one's number, from 1.</param>
/// <param name="Last">The last one's number.</param>
internal readonly record struct PageRange(int First, int Last)
{
    private const string Prefix = "pages-";
    private const string Extension = ".md";

    /// <summary>What it is called: names are in the order of the pages.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{First:D5}-{Last:D5}{Extension}");

    /// <summary>The range of a name.</summary>
    public static PageRange? Parse(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(Extension, StringComparison.Ordinal))
        {
            return null;
        }

        var numbers = name[Prefix.Length..^Extension.Length].Split('-');
        return numbers is [var first, var last]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from > 0 && from <= to
            ? new(from, to)
            : null;
    }
}
