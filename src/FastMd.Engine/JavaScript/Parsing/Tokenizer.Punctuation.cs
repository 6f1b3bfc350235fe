using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Punctuation, and what begins with it.</content>
internal partial class Tokenizer
{
    private void ReadPunctuation(char c)
    {
        switch (c)
        {
            case '{': Finish(TokenKind.BraceOpen, 1); break;
            case '}': Finish(TokenKind.BraceClose, 1); break;
            case '(': Finish(TokenKind.ParenOpen, 1); break;
            case ')': Finish(TokenKind.ParenClose, 1); break;
            case '[': Finish(TokenKind.BracketOpen, 1); break;
            case ']': Finish(TokenKind.BracketClose, 1); break;
            case ';': Finish(TokenKind.Semicolon, 1); break;
            case ',': Finish(TokenKind.Comma, 1); break;
            case ':': Finish(TokenKind.Colon, 1); break;
            case '`': Finish(TokenKind.BackQuote, 1); break;
            case '~': Finish(TokenKind.Not, 1); break;
            case '"' or '\'': ReadString(c); break;
            case >= '0' and <= '9': ReadNumber(); break;
            case '.' when char.IsAsciiDigit(Peek(1)): ReadNumber(); break;
            case '.' when Peek(1) == '.' && Peek(2) == '.': Finish(TokenKind.Ellipsis, 3); break;
            case '.': Finish(TokenKind.Dot, 1); break;
            case '?': ReadQuestion(); break;
            case '=' when Peek(1) == '>': Finish(TokenKind.Arrow, 2); break;
            case '=' or '!' when Peek(1) == '=': Finish(TokenKind.Equality, Peek(2) == '=' ? 3 : 2); break;
            case '=': Finish(TokenKind.Assign, 1); break;
            case '!': Finish(TokenKind.Not, 1); break;
            case '+' or '-' when Peek(1) == c: Finish(TokenKind.Increment, 2); break;
            case '+' or '-': FinishOperator(TokenKind.PlusMinus, 1); break;
            case '*' when Peek(1) == '*': FinishOperator(TokenKind.StarStar, 2); break;
            case '*': FinishOperator(TokenKind.Star, 1); break;
            case '%': FinishOperator(TokenKind.Percent, 1); break;
            case '/': FinishOperator(TokenKind.Slash, 1); break;
            case '^': FinishOperator(TokenKind.BitXor, 1); break;
            case '|' when Peek(1) == '|': FinishOperator(TokenKind.Or, 2); break;
            case '|': FinishOperator(TokenKind.BitOr, 1); break;
            case '&' when Peek(1) == '&': FinishOperator(TokenKind.And, 2); break;
            case '&': FinishOperator(TokenKind.BitAnd, 1); break;
            case '<' or '>' when Peek(1) == c: FinishOperator(TokenKind.Shift, c == '>' && Peek(2) == '>' ? 3 : 2); break;
            case '<' or '>': Finish(TokenKind.Relation, Peek(1) == '=' ? 2 : 1); break;
            case '#': ReadPrivateName(); break;
            default: FailAtCharacter(); break;
        }
    }

    /// <summary>An operator, or with an equals sign after it the assignment that goes by it.</summary>
    private void FinishOperator(TokenKind kind, int length)
    {
        if (Peek(length) == '=')
        {
            Finish(TokenKind.CompoundAssign, length + 1);
        }
        else
        {
            Finish(kind, length);
        }
    }

    private void ReadQuestion()
    {
        if (Peek(1) == '?')
        {
            FinishOperator(TokenKind.Coalesce, 2);
        }
        else if (Peek(1) == '.' && _position + 2 < end && !char.IsAsciiDigit(Peek(2)))
        {
            Finish(TokenKind.OptionalDot, 2);
        }
        else
        {
            Finish(TokenKind.Question, 1);
        }
    }

    private void ReadPrivateName()
    {
        _position++;
        if (_position >= end || (text[_position] != '\\' && !Identifiers.IsStart(Identifiers.CodePointAt(text, _position, end))))
        {
            FailAtCharacter();
        }

        Value = ReadWord();
        Finish(TokenKind.PrivateName, 0);
    }

    [DoesNotReturn]
    private void FailAtCharacter() => Fail(_position, _position < end
        ? $"`{char.ConvertFromUtf32(ToScalar(Identifiers.CodePointAt(text, _position, end)))}` cannot stand here"
        : "Unexpected end of the code");

    private static int ToScalar(int codePoint) => codePoint is >= 0xD800 and <= 0xDFFF ? '\uFFFD' : codePoint;
}
