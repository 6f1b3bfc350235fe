using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>The text being tokenized, the position in it and the extent of the current token. Syntax errors are raised here.</summary>
/// <param name="text">The text.</param>
/// <param name="start">Offset of the first character to read.</param>
/// <param name="limit">Offset after the last one.</param>
internal sealed class SourceCursor(string text, int start, int limit)
{
    public string Text => text;

    public int Limit => limit;

    /// <summary>Offset of the next character to read.</summary>
    public int Position { get; set; } = start;

    public int TokenStart { get; set; } = start;

    /// <summary>Offset after the token; while a token is being read, after the one before it.</summary>
    public int TokenEnd { get; set; } = start;

    public bool IsAtEnd => Position >= limit;

    /// <summary>The characters not yet read.</summary>
    public ReadOnlySpan<char> Rest => text.AsSpan(Position, limit - Position);

    /// <summary>The next character, or one further ahead; <c>\0</c> past the end.</summary>
    public char Peek(int ahead = 0) => Position + ahead < limit ? text[Position + ahead] : '\0';

    /// <summary>The code point at the position, which must not be the end; a lone surrogate is itself.</summary>
    public int PeekCodePoint() => Identifiers.CodePointAt(text, Position, limit);

    /// <summary>More text could help where the end stands for a token, or was met within one.</summary>
    [DoesNotReturn]
    public void Fail(int offset, string message)
        => throw new SyntaxErrorException(offset, message, IsAtEnd && (TokenStart >= limit || TokenEnd != Position));

    [DoesNotReturn]
    public void FailUnexpected(int offset) => Fail(offset, offset < limit
        ? $"Unexpected `{text.AsSpan(offset, Math.Clamp(offset == TokenStart ? TokenEnd - TokenStart : 1, 1, 20))}`"
        : "Unexpected end of the code");

    /// <summary>The character at the position begins no token.</summary>
    [DoesNotReturn]
    public void FailAtCharacter() => Fail(Position, IsAtEnd
        ? "Unexpected end of the code"
        : $"`{Identifiers.ToText(PeekCodePoint())}` cannot stand here");
}
