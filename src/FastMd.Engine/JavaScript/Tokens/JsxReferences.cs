using System.Globalization;
using System.Net;
using System.Text;

namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>Character references of JSX: those of HTML 4 by name, and numbers. Others stay as they are.</summary>
internal static class JsxReferences
{
    private const int LongestBody = 9;

    public static string Decode(ReadOnlySpan<char> text)
    {
        var next = text.IndexOf('&');
        if (next < 0)
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        while (next >= 0)
        {
            decoded.Append(text[..next]);
            text = text[next..];
            var length = TryDecode(text, out var character);
            decoded.Append(length == 0 ? "&" : character);
            text = text[Math.Max(length, 1)..];
            next = text.IndexOf('&');
        }

        return decoded.Append(text).ToString();
    }

    private static int TryDecode(ReadOnlySpan<char> text, out string character)
    {
        character = "";
        var body = text[1..Math.Min(text.Length, LongestBody + 2)];
        var semicolon = body.IndexOf(';');
        if (semicolon < 1)
        {
            return 0;
        }

        body = body[..semicolon];
        if (body[0] == '#')
        {
            if (!TryNumber(body[1..], out var number))
            {
                return 0;
            }

            character = ((char)number).ToString();
        }
        else
        {
            var reference = text[..(semicolon + 2)].ToString();
            character = WebUtility.HtmlDecode(reference);
            if (character == reference)
            {
                return 0;
            }
        }

        return semicolon + 2;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out uint number) => digits.StartsWith("x", StringComparison.Ordinal)
        ? uint.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
        : uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
