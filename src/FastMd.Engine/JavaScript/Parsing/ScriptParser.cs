using System.Runtime.CompilerServices;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Reads JavaScript (ES2024, module code) with JSX, refuses what is not, and keeps what has to be known of it: where things end, JSX, names.
/// It builds no syntax tree. Reading goes down into nested code only so far as <see cref="DeepestNesting"/>.
/// </summary>
internal sealed partial class ScriptParser : Tokenizer
{
    public const int DeepestNesting = 1200;

    private int _depth;
    private int _arrowMayStartAt = -1;

    public ScriptParser(string text, int start, int end)
        : base(text, start, end)
    {
        _scopes.Push(_module);
    }

    private bool EndsStatement => Kind is TokenKind.End or TokenKind.BraceClose || NewlineBefore;

    // After `of` and `yield` a value follows.
    private bool MayStartTag => LastKind.MayPrecedeTag() || (LastKind == TokenKind.Name && Text.AsSpan(LastStart, LastEnd - LastStart) is "of" or "yield");

    private bool Eat(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Next();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        Resume();
        if (!Eat(kind))
        {
            Unexpected();
        }
    }

    /// <summary>Whether the token is a word that means something only in some places.</summary>
    private bool IsWord(string word) => Kind == TokenKind.Name && !IsEscaped && Value == word;

    private bool EatWord(string word)
    {
        if (!IsWord(word))
        {
            return false;
        }

        Next();
        return true;
    }

    private void ExpectWord(string word)
    {
        Resume();
        if (!EatWord(word))
        {
            Unexpected();
        }
    }

    private void ExpectStatementEnd()
    {
        if (!Eat(TokenKind.Semicolon) && !EndsStatement)
        {
            Unexpected();
        }
    }

    /// <summary>Goes down one level; to be paired with <see cref="Ascend"/>.</summary>
    private void Descend()
    {
        if (++_depth > DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptException(Start, $"The code is nested more than {DeepestNesting} levels deep", atEnd: false);
        }
    }

    private void Ascend() => _depth--;
}
