using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Reads one token at a time. What a slash, a <c>&lt;</c> or a closing brace means is for the parser to say: it reads the token again,
/// as a regular expression, as the start of a tag, as the rest of a template.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="start">Offset of the first character to read.</param>
/// <param name="end">Offset after the last one.</param>
internal partial class Tokenizer(string text, int start, int end)
{
    private int _position = start;
    private int _open;
    private bool _pausesAtBlankLines;

    protected string Text => text;

    /// <summary>Offset after the last character to read.</summary>
    protected int Limit => end;

    protected TokenKind Kind { get; private set; }

    protected int Start { get; private set; } = start;

    protected int End { get; private set; } = start;

    /// <summary>What a word says, a string means, or a stretch of JSX text reads: escapes and references decoded.</summary>
    protected string Value { get; private set; } = "";

    /// <summary>Whether the word has escapes in it, and so is no keyword.</summary>
    protected bool IsEscaped { get; private set; }

    /// <summary>The kind of the token before; of the first token <see cref="TokenKind.End"/>.</summary>
    protected TokenKind LastKind { get; private set; }

    protected int LastStart { get; private set; } = start;

    protected int LastEnd { get; private set; } = start;

    /// <summary>Whether a line ending stands before the token.</summary>
    protected bool NewlineBefore { get; private set; }

    /// <summary>
    /// Whether the end is only a blank line outside all brackets, where code may end if it is whole. <see cref="Resume"/> reads on.
    /// </summary>
    protected bool IsPause { get; private set; }

    /// <summary>Offset of the line ending before the blank line of a pause.</summary>
    protected int PauseAt { get; private set; }

    protected void PauseAtBlankLines() => _pausesAtBlankLines = true;

    /// <summary>Reads the next token.</summary>
    protected void Next(bool escapedKeywords = false)
    {
        if (IsEscaped && Kind.IsKeyword() && !escapedKeywords)
        {
            Fail(Start, "A keyword must not have escapes in it");
        }

        _open += Kind switch
        {
            TokenKind.BraceOpen or TokenKind.ParenOpen or TokenKind.BracketOpen => 1,
            TokenKind.BraceClose or TokenKind.ParenClose or TokenKind.BracketClose => -1,
            _ => 0,
        };
        LeaveToken();
        NewlineBefore = false;
        SkipSpace(mayPause: true);
        if (!IsPause)
        {
            Read();
        }
    }

    /// <summary>Reads on where a blank line was met but the code is not whole.</summary>
    protected void Resume()
    {
        if (IsPause)
        {
            IsPause = false;
            SkipSpace(mayPause: false);
            Read();
        }
    }

    /// <summary>Counts what stands open where no bracket does, so that blank lines in it are no pauses.</summary>
    protected void Open() => _open++;

    /// <summary>Undoes <see cref="Open"/>; counts a closing brace that something other than <see cref="Next"/> goes on from.</summary>
    protected void Close() => _open--;

    /// <summary>More text could help where the end stands for a token, or was met within one.</summary>
    [DoesNotReturn]
    protected void Fail(int offset, string message) => throw new ScriptException(offset, message, _position >= end && (Start >= end || End != _position));

    [DoesNotReturn]
    protected void Unexpected(int offset) => Fail(offset, offset < end
        ? $"Unexpected `{text.AsSpan(offset, Math.Clamp(offset == Start ? End - Start : 1, 1, 20))}`"
        : "Unexpected end of the code");

    [DoesNotReturn]
    protected void Unexpected()
    {
        // What looks like a regular expression has first to be one.
        if (Start < end && Kind is TokenKind.Slash or TokenKind.CompoundAssign && text[Start] == '/' && LastKind.MayPrecedeRegex())
        {
            ReadAsRegex();
        }

        Unexpected(Start);
    }

    private void LeaveToken()
    {
        (LastKind, LastStart, LastEnd) = (Kind, Start, End);
        IsEscaped = false;
    }

    private char Peek(int ahead = 0) => _position + ahead < end ? text[_position + ahead] : '\0';

    private void Finish(TokenKind kind, int length)
    {
        _position += length;
        Kind = kind;
        End = _position;
    }

    private void Read()
    {
        Start = _position;
        if (_position >= end)
        {
            Finish(TokenKind.End, 0);
            return;
        }

        var c = text[_position];
        if (c == '\\' || (c < 128 ? Identifiers.IsStart(c) : Identifiers.IsStart(Identifiers.CodePointAt(text, _position, end))))
        {
            Value = ReadWord();
            Finish(IsEscaped ? TokenKinds.OfWord(Value) : TokenKinds.OfWord(text.AsSpan(Start, _position - Start)), 0);
        }
        else
        {
            ReadPunctuation(c);
        }
    }
}
