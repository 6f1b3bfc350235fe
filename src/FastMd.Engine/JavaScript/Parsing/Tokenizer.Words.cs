using System.Text;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Words and numbers.</content>
internal partial class Tokenizer
{
    private string ReadWord()
    {
        var from = _position;
        while (_position < end && IsWordPart(out var length))
        {
            _position += length;
        }

        if (_position >= end || text[_position] != '\\')
        {
            return text[from.._position];
        }

        IsEscaped = true;
        var word = new StringBuilder();
        word.Append(text, from, _position - from);
        while (_position < end)
        {
            if (text[_position] == '\\')
            {
                AppendEscape(word, from);
            }
            else if (IsWordPart(out var length))
            {
                word.Append(text, _position, length);
                _position += length;
            }
            else
            {
                break;
            }
        }

        return word.ToString();
    }

    private bool IsWordPart(out int length)
    {
        var c = text[_position];
        length = 1;
        if (!char.IsHighSurrogate(c))
        {
            return Identifiers.IsPart(c);
        }

        var codePoint = Identifiers.CodePointAt(text, _position, end);
        length = codePoint > char.MaxValue ? 2 : 1;
        return Identifiers.IsPart(codePoint);
    }

    private void AppendEscape(StringBuilder word, int from)
    {
        var start = _position++;
        if (Peek() != 'u')
        {
            Fail(_position, "A name can have no escapes but `\\uXXXX`");
        }

        _position++;
        var codePoint = ReadCodePoint();
        if (start == from ? !Identifiers.IsStart(codePoint) : !Identifiers.IsPart(codePoint))
        {
            Fail(start, "The escape stands for no character that a name can have here");
        }

        word.Append(char.ConvertFromUtf32(ToScalar(codePoint)));
    }

    private void ReadNumber()
    {
        if (Peek() == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            ReadRadixNumber(Peek(1));
        }
        else
        {
            ReadDecimalNumber();
        }

        if (_position < end && Identifiers.IsStart(Identifiers.CodePointAt(text, _position, end)))
        {
            Fail(_position, "A name cannot follow a number directly");
        }

        Finish(TokenKind.Number, 0);
    }

    private void ReadRadixNumber(char mark)
    {
        _position += 2;
        if (ReadDigits(mark switch { 'x' or 'X' => 16, 'o' or 'O' => 8, _ => 2 }) == 0)
        {
            Fail(Start + 2, "The number has no digits");
        }

        EatBigIntMark();
    }

    private void ReadDecimalNumber()
    {
        if (Peek() != '.')
        {
            ReadDigits(10, legacyOctal: Peek() == '0');
            if (_position - Start >= 2 && text[Start] == '0')
            {
                Fail(Start, "A number cannot begin with a zero");
            }

            if (EatBigIntMark())
            {
                return;
            }
        }

        if (Peek() == '.')
        {
            _position++;
            ReadDigits(10);
        }

        if (Peek() is 'e' or 'E')
        {
            _position += Peek(1) is '+' or '-' ? 2 : 1;
            if (ReadDigits(10) == 0)
            {
                Fail(Start, "The exponent has no digits");
            }
        }
    }

    private bool EatBigIntMark()
    {
        if (Peek() != 'n')
        {
            return false;
        }

        _position++;
        return true;
    }

    private int ReadDigits(int radix, bool legacyOctal = false)
    {
        var from = _position;
        var last = '\0';
        for (; _position < end; _position++)
        {
            var c = text[_position];
            if (c == '_')
            {
                if (legacyOctal || last is '_' or '\0')
                {
                    Fail(_position, "A `_` stands only between two digits");
                }
            }
            else if (!char.IsAsciiHexDigit(c) || HexValue(c) >= radix)
            {
                break;
            }

            last = c;
        }

        if (last == '_')
        {
            Fail(_position - 1, "A `_` stands only between two digits");
        }

        return _position - from;
    }
}
