using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>What stands in tags and between them.</content>
internal partial class Tokenizer
{
    /// <summary>Reads the token again, which begins with <c>&lt;</c>, as the start of a tag.</summary>
    protected void ReadAsTagStart()
    {
        _position = Start;
        Finish(TokenKind.JsxTagStart, 1);
    }

    /// <summary>Reads the next token of a tag.</summary>
    protected void NextInTag()
    {
        LeaveToken();
        NewlineBefore = false;
        SkipSpace(mayPause: false);
        Start = _position;
        var c = Peek();
        if (_position >= end)
        {
            Finish(TokenKind.End, 0);
        }
        else if (c == '>')
        {
            Finish(TokenKind.JsxTagEnd, 1);
        }
        else if (c is '"' or '\'')
        {
            ReadJsxString(c);
        }
        else if (Identifiers.IsStart(Identifiers.CodePointAt(text, _position, end)))
        {
            while (_position < end && (IsWordPart(out var length) || (length = text[_position] == '-' ? 1 : 0) > 0))
            {
                _position += length;
            }

            Value = text[Start.._position];
            Finish(TokenKind.JsxName, 0);
        }
        else
        {
            Read();
        }
    }

    /// <summary>Reads the next token between tags: text, a tag start or an opening brace.</summary>
    protected void NextChild()
    {
        LeaveToken();
        NewlineBefore = false;
        Start = _position;
        if (_position >= end)
        {
            Finish(TokenKind.End, 0);
            return;
        }

        var length = text.AsSpan(_position, end - _position).IndexOfAny("<{>}");
        if (length < 0)
        {
            _position = end;
            Fail(Start, "The element is not closed: add its closing tag");
        }

        var c = text[_position + length];
        if (c is '>' or '}')
        {
            _position += length;
            Fail(_position, c == '>' ? "Write `&gt;` or `{\">\"}` for a `>` in text" : "Write `&rbrace;` or `{\"}\"}` for a `}` in text");
        }

        if (length == 0)
        {
            Finish(c == '<' ? TokenKind.JsxTagStart : TokenKind.BraceOpen, 1);
        }
        else
        {
            Value = JsxReferences.Decode(text.AsSpan(_position, length));
            Finish(TokenKind.JsxText, length);
        }
    }

    private void ReadJsxString(char quote)
    {
        var close = text.IndexOf(quote, Start + 1, end - Start - 1);
        if (close < 0)
        {
            _position = end;
            Fail(Start, "The value is not closed: add a quote");
        }

        Value = JsxReferences.Decode(text.AsSpan(Start + 1, close - Start - 1));
        Finish(TokenKind.String, close + 1 - Start);
    }
}
