namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>Numeric literals: decimal, hexadecimal, octal and binary ones, with separators, and big integers.</summary>
internal static class NumericLiteral
{
    /// <summary>Reads a literal from its first digit or its point.</summary>
    public static void Read(SourceCursor source)
    {
        if (source.Peek() == '0' && source.Peek(1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            ReadRadixNumber(source, source.Peek(1));
        }
        else
        {
            ReadDecimalNumber(source);
        }

        if (!source.IsAtEnd && Identifiers.IsStart(source.PeekCodePoint()))
        {
            source.Fail(source.Position, "A name cannot follow a number directly");
        }
    }

    /// <summary>The value of a hexadecimal digit.</summary>
    public static int DigitValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static void ReadRadixNumber(SourceCursor source, char mark)
    {
        source.Position += 2;
        if (ReadDigits(source, mark switch { 'x' or 'X' => 16, 'o' or 'O' => 8, _ => 2 }) == 0)
        {
            source.Fail(source.TokenStart + 2, "The number has no digits");
        }

        EatBigIntSuffix(source);
    }

    private static void ReadDecimalNumber(SourceCursor source)
    {
        if (source.Peek() != '.')
        {
            ReadDigits(source, 10, legacyOctal: source.Peek() == '0');
            if (source.Position - source.TokenStart >= 2 && source.Text[source.TokenStart] == '0')
            {
                source.Fail(source.TokenStart, "A number cannot begin with a zero");
            }

            if (EatBigIntSuffix(source))
            {
                return;
            }
        }

        if (source.Peek() == '.')
        {
            source.Position++;
            ReadDigits(source, 10);
        }

        if (source.Peek() is 'e' or 'E')
        {
            source.Position += source.Peek(1) is '+' or '-' ? 2 : 1;
            if (ReadDigits(source, 10) == 0)
            {
                source.Fail(source.TokenStart, "The exponent has no digits");
            }
        }
    }

    private static bool EatBigIntSuffix(SourceCursor source)
    {
        if (source.Peek() != 'n')
        {
            return false;
        }

        source.Position++;
        return true;
    }

    private static int ReadDigits(SourceCursor source, int radix, bool legacyOctal = false)
    {
        var from = source.Position;
        var last = '\0';
        for (; !source.IsAtEnd; source.Position++)
        {
            var c = source.Peek();
            if (c == '_')
            {
                if (legacyOctal || last is '_' or '\0')
                {
                    source.Fail(source.Position, "A `_` stands only between two digits");
                }
            }
            else if (!char.IsAsciiHexDigit(c) || DigitValue(c) >= radix)
            {
                break;
            }

            last = c;
        }

        if (last == '_')
        {
            source.Fail(source.Position - 1, "A `_` stands only between two digits");
        }

        return source.Position - from;
    }
}
