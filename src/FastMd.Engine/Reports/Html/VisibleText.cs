using System.Globalization;
using System.Text;

namespace FastMd.Engine.Reports.Html;

/// <summary>
/// Text for HTML and SVG, in content and in quoted attributes alike. Nothing in it can end the place it stands in, and what would be
/// invisible or change the direction of what surrounds it shows as <c>\u202E</c>.
/// </summary>
internal static class VisibleText
{
    public static void AppendTo(StringBuilder output, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                output.Append(text, i++, 2);
            }
            else
            {
                Append(output, text[i]);
            }
        }
    }

    private static void Append(StringBuilder output, char unit)
    {
        switch (unit)
        {
            case '&':
                output.Append("&amp;");
                break;
            case '<':
                output.Append("&lt;");
                break;
            case '>':
                output.Append("&gt;");
                break;
            case '"':
                output.Append("&quot;");
                break;
            case '\'':
                output.Append("&#39;");
                break;
            default:
                if (IsVisible(unit))
                {
                    output.Append(unit);
                }
                else
                {
                    output.Append(CultureInfo.InvariantCulture, $@"\u{(int)unit:X4}");
                }

                break;
        }
    }

    private static bool IsVisible(char unit)
        => unit is '\n' or '\t' || !(char.IsControl(unit) || char.IsSurrogate(unit) || IsDirection(unit) || IsStray(unit));

    private static bool IsDirection(char unit)
        => unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    private static bool IsStray(char unit) => unit is '\u200B' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
