using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>
/// Reads one token at a time. What a slash, a <c>&lt;</c> or a closing brace means depends on the grammar: a parser has the token read again
/// as a regular expression, as the start of a tag, or goes on with the rest of a template.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="start">Offset of the first character to read.</param>
/// <param name="limit">Offset after the last one.</param>
internal sealed class Tokenizer(string text, int start, int limit)
{
    private const int LongestWordAhead = 12;

    private readonly SourceCursor _source = new(text, start, limit);
    private string _value = "";
    private int _bracketDepth;
    private bool _pausesAtBlankLines;

    public string Text => text;

    /// <summary>Offset after the last character to read.</summary>
    public int Limit => limit;

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; } = start;

    public int End { get; private set; } = start;

    /// <summary>What a name says, a string means, or JSX text reads: escapes and character references decoded.</summary>
    public string Value => _value;

    /// <summary>Whether the word has escapes in it, and so is no keyword.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>The kind of the token before; of the first token <see cref="TokenKind.End"/>.</summary>
    public TokenKind LastKind { get; private set; }

    public int LastStart { get; private set; } = start;

    public int LastEnd { get; private set; } = start;

    /// <summary>Whether a line terminator stands before the token.</summary>
    public bool NewlineBefore { get; private set; }

    /// <summary>Whether the end is only a blank line outside all brackets, where code may end if it is complete. <see cref="Resume"/> reads on.</summary>
    public bool IsPause { get; private set; }

    /// <summary>Offset of the line terminator before the blank line of a pause.</summary>
    public int PauseAt { get; private set; }

    /// <summary>Whether a semicolon can be left out before the token: automatic semicolon insertion.</summary>
    public bool CanInsertSemicolon => Kind is TokenKind.End or TokenKind.BraceClose || NewlineBefore;

    /// <summary>Whether a <c>&lt;</c> starts a tag here. After <c>of</c> and <c>yield</c> an expression follows.</summary>
    public bool CanStartTag => LastKind.CanPrecedeTag()
        || (LastKind == TokenKind.Name && text.AsSpan(LastStart, LastEnd - LastStart) is "of" or "yield");

    public void PauseAtBlankLines() => _pausesAtBlankLines = true;

    /// <summary>Reads the next token.</summary>
    public void Next()
    {
        if (IsEscaped && Kind.IsKeyword())
        {
            Fail(Start, "A keyword must not have escapes in it");
        }

        NextAfterName();
    }

    /// <summary>Reads the next token after one that is a name whatever it says: a keyword with escapes is none.</summary>
    public void NextAfterName()
    {
        if (Kind.IsBracket())
        {
            _bracketDepth += Kind is TokenKind.BraceOpen or TokenKind.ParenOpen or TokenKind.BracketOpen ? 1 : -1;
        }

        LeaveToken();
        SkipTrivia(mayPause: true);
        if (!IsPause)
        {
            Read();
        }
    }

    /// <summary>Reads on where a blank line was met but the code is not complete.</summary>
    public void Resume()
    {
        if (IsPause)
        {
            ReadOn();
        }
    }

    /// <summary>Counts an open JSX element or template like a bracket, so that blank lines in it are no pauses.</summary>
    public void EnterBrackets() => _bracketDepth++;

    /// <summary>Undoes <see cref="EnterBrackets"/>; also for a closing brace that something other than <see cref="Next"/> goes on from.</summary>
    public void LeaveBrackets() => _bracketDepth--;

    /// <summary>Reads the token, which begins with a slash, again as a regular expression.</summary>
    public void RescanAsRegularExpression()
    {
        _source.Position = Start;
        RegularExpressionLiteral.Read(_source);
        Finish(TokenKind.Regex);
    }

    /// <summary>Reads the token, which begins with <c>&lt;</c>, again as the start of a tag.</summary>
    public void RescanAsTagStart()
    {
        _source.Position = Start + 1;
        Finish(TokenKind.JsxTagStart);
    }

    /// <summary>Reads the next token in a tag.</summary>
    public void NextInTag()
    {
        LeaveToken();
        SkipTrivia(mayPause: false);
        BeginToken();
        if (!_source.IsAtEnd && JsxTokens.ReadInTag(_source, ref _value) is var kind and not TokenKind.End)
        {
            Finish(kind);
        }
        else
        {
            Read();
        }
    }

    /// <summary>Reads the next token between tags: text, the start of a tag or an opening brace.</summary>
    public void NextChild()
    {
        LeaveToken();
        BeginToken();
        Finish(_source.IsAtEnd ? TokenKind.End : JsxTokens.ReadChild(_source, ref _value));
    }

    /// <summary>Reads the characters of a template up to the next substitution or the end. True at a substitution.</summary>
    public bool ReadTemplateCharacters(bool isTagged)
    {
        BeginToken();
        return StringLiteral.ReadTemplateCharacters(_source, isTagged);
    }

    /// <summary>Offset after the last character that was read.</summary>
    public int ReadTo => _source.Position;

    /// <summary>Reads the first token of a substitution in a template.</summary>
    public void NextInTemplate()
    {
        LeaveToken();
        LastKind = TokenKind.BraceOpen;
        SkipTrivia(mayPause: false);
        Read();
    }

    /// <summary>Reads the token after the backtick that ends a template.</summary>
    public void NextAfterTemplate()
    {
        BeginToken();
        _source.Position++;
        Finish(TokenKind.BackQuote);
        Next();
    }

    /// <summary>Looks ahead: the offset of the token after this one, and whether a line terminator stands before that.</summary>
    public int PeekStart(out bool newline)
    {
        var position = _source.Position;
        newline = false;
        Trivia.Skip(_source, stopsAtBlankLine: false, ref newline);
        (position, _source.Position) = (_source.Position, position);
        return position;
    }

    /// <summary>Looks ahead: the word at an offset, as far as it tells keywords apart; empty where there is none.</summary>
    public ReadOnlySpan<char> PeekWord(int offset)
    {
        var end = offset;
        while (end < limit && end - offset < LongestWordAhead && Identifiers.IsPart(text[end]))
        {
            end++;
        }

        return text.AsSpan(offset, end - offset);
    }

    public bool Eat(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Next();
        return true;
    }

    public void Expect(TokenKind kind)
    {
        Resume();
        if (!Eat(kind))
        {
            FailUnexpected();
        }
    }

    /// <summary>Whether the token is a contextual keyword: a name that means something in some places only.</summary>
    public bool IsContextual(string keyword) => Kind == TokenKind.Name && !IsEscaped && _value == keyword;

    public bool EatContextual(string keyword)
    {
        if (!IsContextual(keyword))
        {
            return false;
        }

        Next();
        return true;
    }

    public void ExpectContextual(string keyword)
    {
        Resume();
        if (!EatContextual(keyword))
        {
            FailUnexpected();
        }
    }

    /// <summary>Reads the semicolon that ends a statement, or inserts it.</summary>
    public void ExpectSemicolon()
    {
        if (!Eat(TokenKind.Semicolon) && !CanInsertSemicolon)
        {
            FailUnexpected();
        }
    }

    [DoesNotReturn]
    public void Fail(int offset, string message) => _source.Fail(offset, message);

    /// <summary>Refuses what stands at an offset.</summary>
    [DoesNotReturn]
    public void FailUnexpected(int offset) => _source.FailUnexpected(offset);

    /// <summary>Refuses the token. What looks like a regular expression has first to be one.</summary>
    [DoesNotReturn]
    public void FailUnexpected()
    {
        if (Start < limit && Kind is TokenKind.Slash or TokenKind.CompoundAssign && text[Start] == '/' && LastKind.CanPrecedeRegularExpression())
        {
            RescanAsRegularExpression();
        }

        _source.FailUnexpected(Start);
    }

    private void LeaveToken()
    {
        (LastKind, LastStart, LastEnd) = (Kind, Start, End);
        IsEscaped = false;
        NewlineBefore = false;
    }

    private void SkipTrivia(bool mayPause)
    {
        if (_source.Peek() is > ' ' and < '\x7F' and not '/')
        {
            return;
        }

        var newline = NewlineBefore;
        var pauseAt = Trivia.Skip(_source, mayPause && _pausesAtBlankLines && _bracketDepth == 0, ref newline);
        NewlineBefore = newline;
        if (pauseAt >= 0)
        {
            (IsPause, PauseAt) = (true, pauseAt);
            BeginToken();
            Finish(TokenKind.End);
        }
    }

    private void ReadOn()
    {
        IsPause = false;
        SkipTrivia(mayPause: false);
        Read();
    }

    private void Read()
    {
        BeginToken();
        Finish(_source.IsAtEnd ? TokenKind.End : ReadToken());
    }

    private TokenKind ReadToken()
    {
        var c = _source.Peek();
        if (char.IsAsciiLetter(c) || c is '$' or '_' or '\\' || (c >= 128 && Identifiers.IsStart(_source.PeekCodePoint())))
        {
            return ReadWord();
        }

        switch (c)
        {
            case '"' or '\'':
                _value = StringLiteral.Read(_source, c);
                return TokenKind.String;
            case >= '0' and <= '9':
            case '.' when char.IsAsciiDigit(_source.Peek(1)):
                NumericLiteral.Read(_source);
                return TokenKind.Number;
            case '#':
                return ReadPrivateName();
            default:
                return Punctuator.Read(_source);
        }
    }

    private TokenKind ReadWord()
    {
        Identifiers.SkipParts(_source);
        if (_source.Peek() == '\\')
        {
            IsEscaped = true;
            _value = Identifiers.ReadEscaped(_source, Start);
            return TokenKinds.OfWord(_value);
        }

        var word = text.AsSpan(Start, _source.Position - Start);
        var kind = TokenKinds.OfWord(word);
        if (kind == TokenKind.Name)
        {
            _value = word.ToString();
        }

        return kind;
    }

    private TokenKind ReadPrivateName()
    {
        _source.Position++;
        if (_source.IsAtEnd || (_source.Peek() != '\\' && !Identifiers.IsStart(_source.PeekCodePoint())))
        {
            _source.FailAtCharacter();
        }

        var nameStart = _source.Position;
        Identifiers.SkipParts(_source);
        IsEscaped = _source.Peek() == '\\';
        _value = IsEscaped ? Identifiers.ReadEscaped(_source, nameStart) : text[nameStart.._source.Position];
        return TokenKind.PrivateName;
    }

    private void BeginToken() => Start = _source.TokenStart = _source.Position;

    private void Finish(TokenKind kind)
    {
        Kind = kind;
        End = _source.TokenEnd = _source.Position;
    }
}
