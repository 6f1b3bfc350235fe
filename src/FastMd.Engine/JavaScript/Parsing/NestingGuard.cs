using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Bounds the recursion of the parsers: by a fixed depth, and by the stack there is.</summary>
/// <param name="tokens">The tokens, whose current one is where too deep nesting is reported.</param>
internal sealed class NestingGuard(Tokenizer tokens)
{
    private const int DeepestNesting = 1200;

    // To ask for the stack takes longer than to parse a name. What it makes sure of is enough for many more levels than these.
    private const int LevelsPerStackCheck = 8;

    private int _depth;

    /// <summary>Goes down one level; to be paired with <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++_depth > DeepestNesting || (_depth % LevelsPerStackCheck == 1 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            Fail();
        }
    }

    public void Leave() => _depth--;

    [DoesNotReturn]
    private void Fail()
        => throw new SyntaxErrorException(tokens.Start, $"The code is nested more than {DeepestNesting} levels deep", atEnd: false);
}
