using System.Globalization;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Space, line endings and comments.</content>
internal partial class Tokenizer
{
    protected static bool IsNewline(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    /// <summary>The offset of the next character that is neither space nor comment, from the end of this token; tells of line endings between.</summary>
    protected int PeekToken(out bool newline)
    {
        var (position, before) = (_position, NewlineBefore);
        NewlineBefore = false;
        SkipSpace(mayPause: false);
        (newline, NewlineBefore) = (NewlineBefore, before);
        (position, _position) = (_position, position);
        return position;
    }

    private void SkipSpace(bool mayPause)
    {
        mayPause &= _pausesAtBlankLines && _open == 0;
        var blankSince = -1;
        while (_position < end)
        {
            var c = text[_position];
            switch (c)
            {
                case ' ' or '\t':
                    _position++;
                    break;
                case '\n' or '\r':
                    if (blankSince >= 0 && mayPause)
                    {
                        Pause(blankSince);
                        return;
                    }

                    blankSince = _position;
                    _position += c == '\r' && Peek(1) == '\n' ? 2 : 1;
                    NewlineBefore = true;
                    break;
                case '/' when Peek(1) == '*':
                    SkipBlockComment();
                    blankSince = -1;
                    break;
                case '/' when Peek(1) == '/':
                    SkipLineComment();
                    blankSince = -1;
                    break;
                case '\u2028' or '\u2029':
                    _position++;
                    NewlineBefore = true;
                    blankSince = -1;
                    break;
                case '\v' or '\f' or '\u00A0' or '\uFEFF':
                case >= '\u1680' when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator:
                    _position++;
                    blankSince = -1;
                    break;
                default:
                    return;
            }
        }

        if (blankSince >= 0 && mayPause)
        {
            Pause(blankSince);
        }
    }

    private void Pause(int lineEnding)
    {
        IsPause = true;
        PauseAt = lineEnding;
        Start = _position;
        Finish(TokenKind.End, 0);
    }

    private void SkipBlockComment()
    {
        var close = text.IndexOf("*/", _position + 2, end - _position - 2, StringComparison.Ordinal);
        if (close < 0)
        {
            throw new ScriptException(_position, "The comment is not closed: add `*/`", atEnd: true);
        }

        NewlineBefore |= text.AsSpan(_position, close - _position).IndexOfAny("\n\r\u2028\u2029") >= 0;
        _position = close + 2;
    }

    private void SkipLineComment()
    {
        var rest = text.AsSpan(_position, end - _position);
        var newline = rest.IndexOfAny("\n\r\u2028\u2029");
        _position += newline < 0 ? rest.Length : newline;
    }
}
