using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FastMd.Engine.Documents;
using UglyToad.PdfPig.Content;

namespace FastMd.Engine.Books.Pdf;

/// <summary>The front matter of a document, from what its file says about it.</summary>
internal static partial class FrontMatterText
{
    /// <summary>Writes it.</summary>
    /// <param name="information">What the file says.</param>
    /// <param name="title">The title on the first page; null for none.</param>
    /// <param name="path">Path of the file: its name is the title where there is no other.</param>
    /// <param name="pages">How many pages there are.</param>
    public static string Of(DocumentInformation information, string? title, string path, int pages)
    {
        var text = new StringBuilder("---\n");
        var own = Clean(information.Title);
        Add(text, "title", IsTitle(own, path) ? own : title ?? Path.GetFileNameWithoutExtension(path));
        Add(text, "author", Clean(information.Author));
        Add(text, "subject", Clean(information.Subject));
        Add(text, "keywords", Clean(information.Keywords));
        if (Date().Match(information.CreationDate ?? "") is { Success: true } date)
        {
            text.Append(CultureInfo.InvariantCulture, $"created: {date.Groups[1].Value}-{date.Groups[2].Value}-{date.Groups[3].Value}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"pages: {pages}\n---\n").ToString();
    }

    // Programs put the name of the file they made it of there.
    private static bool IsTitle(string title, string path)
        => title.Length > 2 && !title.StartsWith("Microsoft ", StringComparison.Ordinal) && !title.Equals("untitled", StringComparison.OrdinalIgnoreCase)
            && !FileName().IsMatch(title) && title != Path.GetFileName(path);

    private static string Clean(string? text)
        => text is null ? "" : string.Join(' ', string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c)).Split(Blanks, StringSplitOptions.RemoveEmptyEntries));

    private static readonly char[] Blanks = [' ', '\uFEFF', '\u00A0'];

    private static void Add(StringBuilder text, string key, string value)
    {
        if (value.Length > 0)
        {
            text.Append(key).Append(": ").AppendQuoted(value).Append('\n');
        }
    }

    [GeneratedRegex(@"^D?:?(\d{4})(\d\d)(\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\.(docx?|dvi|tex|pdf|indd|qxd|pptx?|xlsx?|ps|fm|rtf|odt)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
