using System.Text;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>String literals, template strings and the escapes in them.</content>
internal partial class Tokenizer
{
    /// <summary>Reads the characters of a template up to the next expression or the end. True at an expression.</summary>
    /// <param name="tagged">Whether escapes may be wrong.</param>
    protected bool ReadTemplateCharacters(bool tagged)
    {
        var from = _position;
        Start = from;
        while (true)
        {
            if (_position >= end)
            {
                Fail(from, "The template is not closed: add a backtick");
            }

            var c = text[_position];
            if (c == '`')
            {
                return false;
            }

            if (c == '$' && Peek(1) == '{')
            {
                _position += 2;
                return true;
            }

            if (c == '\\' && tagged)
            {
                _position = Math.Min(_position + 2, end);
            }
            else if (c == '\\')
            {
                ReadEscape(null, from);
            }
            else
            {
                _position++;
            }
        }
    }

    /// <summary>Goes on with the first token of an expression in a template.</summary>
    protected void NextInTemplate()
    {
        LeaveToken();
        LastKind = TokenKind.BraceOpen;
        NewlineBefore = false;
        SkipSpace(mayPause: false);
        Read();
    }

    /// <summary>Goes on with the token after the backtick that ends a template.</summary>
    protected void NextAfterTemplate()
    {
        Start = _position;
        Finish(TokenKind.BackQuote, 1);
        Next();
    }

    private void ReadString(char quote)
    {
        _position++;
        var from = _position;
        StringBuilder? value = null;
        while (true)
        {
            if (_position >= end || text[_position] is '\n' or '\r')
            {
                Fail(Start, "The string is not closed: add a quote");
            }

            var c = text[_position];
            if (c == quote)
            {
                break;
            }

            if (c != '\\')
            {
                _position++;
                continue;
            }

            value ??= new StringBuilder();
            value.Append(text, from, _position - from);
            ReadEscape(value, template: null);
            from = _position;
        }

        Value = value is null ? text[from.._position] : value.Append(text, from, _position - from).ToString();
        Finish(TokenKind.String, 1);
    }

    /// <summary>Reads an escape. In a template any wrong one is reported where its characters begin.</summary>
    private void ReadEscape(StringBuilder? value, int? template)
    {
        var c = Peek(1);
        var atEnd = _position + 1 >= end;
        _position = Math.Min(_position + 2, end);
        switch (c)
        {
            case 'n': value?.Append('\n'); break;
            case 'r': value?.Append('\r'); break;
            case 't': value?.Append('\t'); break;
            case 'b': value?.Append('\b'); break;
            case 'v': value?.Append('\v'); break;
            case 'f': value?.Append('\f'); break;
            case 'x': value?.Append((char)ReadHex(2, template)); break;
            case 'u': AppendCodePoint(value, ReadCodePoint(template)); break;
            case '\r' when Peek() == '\n': _position++; break;
            case '\r' or '\n' or '\u2028' or '\u2029': break;
            case '0' when !char.IsAsciiDigit(Peek()): value?.Append('\0'); break;
            case >= '0' and <= '9': Fail(template ?? (c > '7' ? _position - 1 : _position - 2), "A number is no escape here: write `\\xXX`"); break;
            default:
                if (!atEnd)
                {
                    value?.Append(c);
                }

                break;
        }
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

    private int ReadCodePoint(int? template = null)
    {
        if (Peek() != '{')
        {
            return ReadHex(4, template);
        }

        _position++;
        var from = _position;
        var close = text.IndexOf('}', from, end - from);
        var codePoint = close < 0 ? FailAtEscape(template ?? from) : ReadHex(close - from, template);
        _position++;
        return codePoint <= 0x10FFFF ? codePoint : FailAtEscape(template ?? from);
    }

    private int ReadHex(int digits, int? template)
    {
        var from = _position;
        long value = 0;
        for (; _position < from + digits && _position < end && char.IsAsciiHexDigit(text[_position]); _position++)
        {
            value = Math.Min(value * 16 + HexValue(text[_position]), 0x110000);
        }

        return digits > 0 && _position - from == digits ? (int)value : FailAtEscape(template ?? from);
    }

    private static int HexValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private int FailAtEscape(int offset)
    {
        Fail(offset, "The escape is not whole: `\\xXX`, `\\uXXXX` or `\\u{X}`");
        return 0;
    }
}
