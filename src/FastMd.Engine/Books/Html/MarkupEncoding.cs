using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Html;

/// <summary>Decodes a document as it says itself: by its mark, its XML declaration, or its meta element.</summary>
internal static partial class MarkupEncoding
{
    // A declaration stands at the beginning.
    private const int Searched = 1024;

    /// <summary>The text of a document.</summary>
    public static string Decode(byte[] bytes)
    {
        if (ByteOrderMark.Detect(bytes) is { } mark)
        {
            return Clean(mark.Encoding.GetString(bytes.AsSpan(mark.Length)));
        }

        if (bytes is [0, (byte)'<', ..] or [(byte)'<', 0, ..])
        {
            return Clean((bytes[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes));
        }

        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Searched)));
        var declared = Declaration().Match(head) is { Success: true } found ? EncodingNames.Find(found.Groups["name"].Value) : null;

        // What can be read as it is no declaration of sixteen bits is true of.
        if (declared is null || declared.CodePage is 1200 or 1201 or 12000 or 12001 || declared.CodePage == Encoding.UTF8.CodePage)
        {
            declared = Utf8.IsValid(bytes) || declared?.CodePage == Encoding.UTF8.CodePage ? Encoding.UTF8 : EncodingNames.Find("windows-1252") ?? Encoding.Latin1;
        }

        return Clean(declared.GetString(bytes));
    }

    private static string Clean(string text) => SourceText.WithoutNul(text).TrimStart('\uFEFF');

    [GeneratedRegex("""<\?xml[^>]*\bencoding\s*=\s*["'](?<name>[\w.:-]+)|<meta\b[^>]*\bcharset\s*=\s*["']?\s*(?<name>[\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
