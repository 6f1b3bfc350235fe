using System.Runtime.CompilerServices;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Reads JavaScript (ES2024, module code) with JSX, refuses what is not, and keeps what has to be known of it: where things end, JSX, names.
/// It builds no syntax tree. Reading goes down into nested code only so far as <see cref="DeepestNesting"/>.
/// </summary>
internal sealed partial class ScriptParser
{
    public const int DeepestNesting = 1200;

    private readonly Tokenizer _tokens;

    private int _depth;
    private int _arrowMayStartAt = -1;

    public ScriptParser(string text, int start, int end)
    {
        _tokens = new(text, start, end);
        _scopes.Push(_module);
    }

    /// <summary>Goes down one level; to be paired with <see cref="Ascend"/>.</summary>
    private void Descend()
    {
        if (++_depth > DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptException(_tokens.Start, $"The code is nested more than {DeepestNesting} levels deep", atEnd: false);
        }
    }

    private void Ascend() => _depth--;
}
