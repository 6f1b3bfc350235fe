namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>Punctuators: brackets, separators and operators.</summary>
internal static class Punctuator
{
    /// <summary>Reads the longest punctuator at the position; anything else is an error.</summary>
    public static TokenKind Read(SourceCursor source)
    {
        var c = source.Peek();
        switch (c)
        {
            case '{': return Take(source, TokenKind.BraceOpen, 1);
            case '}': return Take(source, TokenKind.BraceClose, 1);
            case '(': return Take(source, TokenKind.ParenOpen, 1);
            case ')': return Take(source, TokenKind.ParenClose, 1);
            case '[': return Take(source, TokenKind.BracketOpen, 1);
            case ']': return Take(source, TokenKind.BracketClose, 1);
            case ';': return Take(source, TokenKind.Semicolon, 1);
            case ',': return Take(source, TokenKind.Comma, 1);
            case ':': return Take(source, TokenKind.Colon, 1);
            case '`': return Take(source, TokenKind.BackQuote, 1);
            case '~': return Take(source, TokenKind.Not, 1);
            case '.' when source.Peek(1) == '.' && source.Peek(2) == '.': return Take(source, TokenKind.Ellipsis, 3);
            case '.': return Take(source, TokenKind.Dot, 1);
            case '?': return ReadQuestion(source);
            case '=' when source.Peek(1) == '>': return Take(source, TokenKind.Arrow, 2);
            case '=' or '!' when source.Peek(1) == '=': return Take(source, TokenKind.Equality, source.Peek(2) == '=' ? 3 : 2);
            case '=': return Take(source, TokenKind.Assign, 1);
            case '!': return Take(source, TokenKind.Not, 1);
            case '+' or '-' when source.Peek(1) == c: return Take(source, TokenKind.Increment, 2);
            case '+' or '-': return TakeOperator(source, TokenKind.PlusMinus, 1);
            case '*' when source.Peek(1) == '*': return TakeOperator(source, TokenKind.StarStar, 2);
            case '*': return TakeOperator(source, TokenKind.Star, 1);
            case '%': return TakeOperator(source, TokenKind.Percent, 1);
            case '/': return TakeOperator(source, TokenKind.Slash, 1);
            case '^': return TakeOperator(source, TokenKind.BitXor, 1);
            case '|' when source.Peek(1) == '|': return TakeOperator(source, TokenKind.Or, 2);
            case '|': return TakeOperator(source, TokenKind.BitOr, 1);
            case '&' when source.Peek(1) == '&': return TakeOperator(source, TokenKind.And, 2);
            case '&': return TakeOperator(source, TokenKind.BitAnd, 1);
            case '<' or '>' when source.Peek(1) == c: return TakeOperator(source, TokenKind.Shift, c == '>' && source.Peek(2) == '>' ? 3 : 2);
            case '<' or '>': return Take(source, TokenKind.Relation, source.Peek(1) == '=' ? 2 : 1);
            default:
                source.FailAtCharacter();
                return TokenKind.End;
        }
    }

    private static TokenKind Take(SourceCursor source, TokenKind kind, int length)
    {
        source.Position += length;
        return kind;
    }

    /// <summary>An operator, or with an equals sign after it the assignment operator.</summary>
    private static TokenKind TakeOperator(SourceCursor source, TokenKind kind, int length)
        => source.Peek(length) == '=' ? Take(source, TokenKind.CompoundAssign, length + 1) : Take(source, kind, length);

    private static TokenKind ReadQuestion(SourceCursor source)
    {
        if (source.Peek(1) == '?')
        {
            return TakeOperator(source, TokenKind.Coalesce, 2);
        }

        // In `a?.5:b` the point belongs to the number.
        return source.Peek(1) == '.' && source.Position + 2 < source.Limit && !char.IsAsciiDigit(source.Peek(2))
            ? Take(source, TokenKind.OptionalDot, 2)
            : Take(source, TokenKind.Question, 1);
    }
}
