using System.Text;

namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>The escape sequences of strings, templates and identifier names.</summary>
internal static class EscapeSequences
{
    private const int LastCodePoint = 0x10FFFF;

    /// <summary>Reads an escape sequence from its backslash.</summary>
    /// <param name="source">The text.</param>
    /// <param name="value">What its value is appended to.</param>
    /// <param name="template">Where the characters of the template begin that it is in: errors are reported there. Null in a string.</param>
    public static void Read(SourceCursor source, StringBuilder? value, int? template = null)
    {
        var c = source.Peek(1);
        var atEnd = source.Position + 1 >= source.Limit;
        source.Position = Math.Min(source.Position + 2, source.Limit);
        switch (c)
        {
            case 'n': value?.Append('\n'); break;
            case 'r': value?.Append('\r'); break;
            case 't': value?.Append('\t'); break;
            case 'b': value?.Append('\b'); break;
            case 'v': value?.Append('\v'); break;
            case 'f': value?.Append('\f'); break;
            case 'x': value?.Append((char)ReadHex(source, 2, template)); break;
            case 'u': AppendCodePoint(value, ReadCodePoint(source, template)); break;
            case '\r' when source.Peek() == '\n': source.Position++; break;
            case '\r' or '\n' or '\u2028' or '\u2029': break;
            case '0' when !char.IsAsciiDigit(source.Peek()): value?.Append('\0'); break;
            case >= '0' and <= '9':
                source.Fail(template ?? (c > '7' ? source.Position - 1 : source.Position - 2), "A number is no escape here: write `\\xXX`");
                break;
            default:
                if (!atEnd)
                {
                    value?.Append(c);
                }

                break;
        }
    }

    /// <summary>Reads the rest of a Unicode escape sequence, from after its <c>u</c>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="template">Where errors are reported; null where they are.</param>
    public static int ReadCodePoint(SourceCursor source, int? template = null)
    {
        if (source.Peek() != '{')
        {
            return ReadHex(source, 4, template);
        }

        source.Position++;
        var from = source.Position;
        var length = source.Rest.IndexOf('}');
        var codePoint = length < 0 ? FailAtEscape(source, template ?? from) : ReadHex(source, length, template);
        source.Position++;
        return codePoint <= LastCodePoint ? codePoint : FailAtEscape(source, template ?? from);
    }

    private static int ReadHex(SourceCursor source, int digits, int? template)
    {
        var from = source.Position;
        long value = 0;
        for (; source.Position < from + digits && char.IsAsciiHexDigit(source.Peek()); source.Position++)
        {
            value = Math.Min(value * 16 + NumericLiteral.DigitValue(source.Peek()), LastCodePoint + 1);
        }

        return digits > 0 && source.Position - from == digits ? (int)value : FailAtEscape(source, template ?? from);
    }

    private static void AppendCodePoint(StringBuilder? value, int codePoint)
    {
        if (codePoint < 0x10000)
        {
            value?.Append((char)codePoint);
        }
        else
        {
            value?.Append(char.ConvertFromUtf32(codePoint));
        }
    }

    private static int FailAtEscape(SourceCursor source, int offset)
    {
        source.Fail(offset, "The escape is not whole: `\\xXX`, `\\uXXXX` or `\\u{X}`");
        return 0;
    }
}
