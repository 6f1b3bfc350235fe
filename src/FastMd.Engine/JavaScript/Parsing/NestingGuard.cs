using System.Runtime.CompilerServices;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Bounds the recursion of the parsers: by a fixed depth, and by the stack there is.</summary>
/// <param name="tokens">The tokens, whose current one is where too deep nesting is reported.</param>
internal sealed class NestingGuard(Tokenizer tokens)
{
    private const int DeepestNesting = 1200;

    private int _depth;

    /// <summary>Goes down one level; to be paired with <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++_depth > DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new SyntaxErrorException(tokens.Start, $"The code is nested more than {DeepestNesting} levels deep", atEnd: false);
        }
    }

    public void Leave() => _depth--;
}
