using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Code in braces, as fragments that tell what is in them.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class FragmentParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;

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
        var outer = grammar.Fragment;
        grammar.Fragment = new();
        var node = allowsSequence ? grammar.Expressions.ParseExpression() : grammar.Expressions.ParseAssignment();
        var fragment = grammar.Fragment.Build(_tokens.Text, node.Start, node.End, node);
        outer.Awaits |= grammar.Fragment.Awaits;
        grammar.Fragment = outer;
        return fragment;
    }

    /// <summary>Parses properties after an opening brace, up to the closing one.</summary>
    public List<Node?> ParseProperties()
    {
        _tokens.Next();
        var cover = new CoverErrors();
        var properties = grammar.Objects.ParseProperties(isPattern: false, cover);
        grammar.Cover.RequireExpression(cover);
        return properties;
    }
}
