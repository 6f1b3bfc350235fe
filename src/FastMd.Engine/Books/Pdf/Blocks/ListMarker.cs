using System.Globalization;
using System.Text.RegularExpressions;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>What a line of a list begins with.</summary>
/// <param name="Length">How many characters of the line are the mark; 0 where it stays, as Markdown has none for it.</param>
/// <param name="Number">The number; null for a bullet.</param>
/// <param name="IsCertain">Whether it is a mark wherever a line begins with it.</param>
internal readonly partial record struct ListMarker(int Length, int? Number, bool IsCertain)
{
    private const string Bullets = "•◦▪‣●○■□➢✓❖◆◇►▶∙⁃·";
    private const string Dashes = "-–—*";

    /// <summary>The mark of a line; null where it has none.</summary>
    public static ListMarker? Of(string line)
    {
        if (line.Length < 2)
        {
            return null;
        }

        if (Bullets.Contains(line[0], StringComparison.Ordinal) && line[1] is not ('.' or ','))
        {
            var end = line.AsSpan(1).IndexOfAnyExcept(' ');
            return end < 0 ? null : new(1 + end, null, line[0] != '·');
        }

        if (Dashes.Contains(line[0], StringComparison.Ordinal) && line[1] == ' ' && line.Length > 2)
        {
            return new(2, null, false);
        }

        var match = Numbered().Match(line);
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(match.Length, number, false)
            : Lettered().IsMatch(line) ? new(0, null, false) : null;
    }

    [GeneratedRegex(@"^(\d{1,3})[.)] +(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(\([a-z0-9]{1,3}\)|\[\d{1,3}\]|[a-z][.)]|[ivx]{1,4}[.)]) +(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();
}
