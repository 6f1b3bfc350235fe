using System.Globalization;
using System.Text;
using AngleSharp.Html;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Html;

/// <summary>
/// Takes away what stands before a document's first element, and puts what named characters stand for in their place: those that HTML knows, and
/// those that the document declares. Parsers then have nothing to expand.
/// </summary>
internal static class XmlPrologue
{
    /// <summary>How many characters all entities of a document may stand for.</summary>
    private const int MostExpanded = 1024 * 1024;

    // An entity may name others.
    private const int Deepest = 8;

    /// <summary>The document without declaration, document type and entities.</summary>
    /// <exception cref="DocumentException">Its entities stand for too much.</exception>
    public static string Without(string text)
    {
        var start = EndOfPrologue(text, out var type);
        var entities = type.Length > 0 ? XmlEntities.Declared(type) : XmlEntities.None;
        if (text.IndexOf('&', start) < 0)
        {
            return text[start..];
        }

        var output = new StringBuilder(text.Length);
        var budget = MostExpanded;
        Expand(text.AsSpan(start), output, entities, 0, ref budget);
        return output.ToString();
    }

    /// <summary>Where the first element begins, and the document type before it.</summary>
    private static int EndOfPrologue(string text, out string type)
    {
        type = "";
        var at = 0;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (char.IsWhiteSpace(rest[0]))
            {
                at++;
            }
            else if (rest.StartsWith("<?") && rest.IndexOf("?>") is > 0 and var instruction)
            {
                at += instruction + 2;
            }
            else if (rest.StartsWith("<!--") && rest.IndexOf("-->") is > 0 and var comment)
            {
                at += comment + 3;
            }
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                var length = LengthOfType(rest);
                type = rest[..length].ToString();
                at += length;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int LengthOfType(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        var isInside = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                continue;
            }

            switch (c)
            {
                case '"' or '\'':
                    quote = c;
                    break;
                case '<' when isInside && text[i..].StartsWith("<!--") && text[i..].IndexOf("-->") is > 0 and var comment:
                    i += comment + 2;
                    break;
                case '[':
                    isInside = true;
                    break;
                case ']':
                    isInside = false;
                    break;
                case '>' when !isInside:
                    return i + 1;
            }
        }

        return text.IndexOf('>') is >= 0 and var end ? end + 1 : text.Length;
    }

    private static void Expand(ReadOnlySpan<char> text, StringBuilder output, XmlEntities entities, int depth, ref int budget)
    {
        while (text.IndexOf('&') is >= 0 and var at)
        {
            // What stands in CDATA is as it is.
            if (depth == 0 && text[..at].LastIndexOf("<![CDATA[") is >= 0 and var data && text[data..at].IndexOf("]]>") < 0 && text[at..].IndexOf("]]>") is >= 0 and var close)
            {
                output.Append(text[..(at + close + 3)]);
                text = text[(at + close + 3)..];
                continue;
            }

            output.Append(text[..at]);
            text = text[at..];
            var length = LengthOfReference(text);
            if (length == 0)
            {
                output.Append("&amp;");
                text = text[1..];
                continue;
            }

            Append(text[1..(length - 1)].ToString(), output, entities, depth, ref budget);
            text = text[length..];
        }

        output.Append(text);
    }

    private static void Append(string name, StringBuilder output, XmlEntities entities, int depth, ref int budget)
    {
        if (name[0] == '#' || name is "lt" or "gt" or "amp" or "quot" or "apos")
        {
            var isRight = name[0] != '#' || IsNumber(name.AsSpan(1));
            output.Append(isRight ? "&" : "&amp;").Append(name).Append(';');
        }
        else if (entities.TryGet(name, out var value))
        {
            budget -= value.Length + 1;
            if (budget < 0 || depth >= Deepest)
            {
                throw new DocumentException(Diagnostic.Error(
                    DiagnosticCodes.BookOverLimit, "The entities that a document declares stand for too much text, as those of an attack do; take the declarations out."));
            }

            Expand(value, output, entities, depth + 1, ref budget);
        }
        else if (HtmlEntityProvider.Resolver.GetSymbol(name + ";") is { Length: > 0 } symbol)
        {
            output.Append(symbol is "<" ? "&lt;" : symbol is "&" ? "&amp;" : symbol);
        }
        else
        {
            output.Append("&amp;").Append(name).Append(';');
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> digits)
        => (digits is ['x' or 'X', .. var hex]
                ? int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
                : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            && Rune.IsValid(number) && number > 0 && digits[0] != 'X';

    /// <summary>Length of the reference that a text begins with; 0 where it is none.</summary>
    private static int LengthOfReference(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length && i < 64; i++)
        {
            if (text[i] == ';')
            {
                return i > 1 ? i + 1 : 0;
            }

            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('_' or '-' or '.' or ':') && !(text[i] == '#' && i == 1))
            {
                return 0;
            }
        }

        return 0;
    }
}
