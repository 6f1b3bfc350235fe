using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Code in braces, as fragments that tell what is in them; code in the braces of JSX tells for itself.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class FragmentParser(Grammar grammar)
{
    private static readonly FragmentBuilder Nothing = new();

    private readonly Tokenizer _tokens = grammar.Tokens;
    private FragmentBuilder? _current;

    /// <summary>What the fragment being parsed has to tell. Most have nothing.</summary>
    public FragmentBuilder Current => _current ??= new();

    /// <summary>
    /// Parses the expression after an opening brace, up to the token after it, which should be the closing one. Null if there is only white
    /// space and comments.
    /// </summary>
    public CodeFragment? ParseContained()
    {
        _tokens.Next();
        return _tokens.Kind == TokenKind.BraceClose ? null : ParseFragment(allowsSequence: true);
    }

    /// <summary>Parses an expression as a fragment of its own.</summary>
    /// <param name="allowsSequence">Whether it may have commas.</param>
    public CodeFragment ParseFragment(bool allowsSequence)
    {
        var outer = _current;
        _current = null;
        var node = allowsSequence ? grammar.Expressions.ParseExpression() : grammar.Expressions.ParseAssignment();
        var fragment = Build(node.Start, node.End, node);
        _current = outer;
        if (fragment.Awaits)
        {
            Current.Awaits = true;
        }

        return fragment;
    }

    /// <summary>Parses properties after an opening brace, up to the closing one.</summary>
    public List<Node?> ParseProperties()
    {
        _tokens.Next();
        var cover = new CoverErrors();
        var properties = grammar.Objects.ParseProperties(isPattern: false, cover);
        cover.RequireExpression(_tokens);
        return properties;
    }

    /// <summary>What has been parsed since <see cref="Begin"/>, as code.</summary>
    public CodeFragment Build(int start, int end, Node? node = null) => (_current ?? Nothing).Build(_tokens.Text, start, end, node);

    /// <summary>Begins a fragment that is no expression: a statement.</summary>
    public void Begin() => _current = null;
}
