using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Binding patterns: what declarations and parameters declare.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class BindingPatternParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;

    /// <summary>Parses a name or a pattern that is declared.</summary>
    public Node ParseBinding()
    {
        _tokens.Resume();
        if (_tokens.Kind == TokenKind.BraceOpen)
        {
            return grammar.Objects.ParseObject(isPattern: true, cover: null);
        }

        if (_tokens.Kind != TokenKind.BracketOpen)
        {
            return grammar.Identifiers.ParseIdentifier();
        }

        _nesting.Enter();
        var start = _tokens.Start;
        _tokens.Next();
        var items = ParseBindings(TokenKind.BracketClose, allowHoles: true);
        _nesting.Leave();
        return new(NodeKind.ArrayPattern, start, _tokens.LastEnd) { Items = items };
    }

    /// <summary>Parses parameters or the elements of an array pattern up to a closing token, from after the opening one.</summary>
    public List<Node?> ParseBindings(TokenKind close, bool allowHoles)
    {
        var items = new List<Node?>();
        while (!_tokens.Eat(close))
        {
            if (items.Count > 0)
            {
                _tokens.Expect(TokenKind.Comma);
            }

            if (allowHoles && _tokens.Kind == TokenKind.Comma)
            {
                items.Add(null);
            }
            else if (items.Count > 0 && _tokens.Eat(close))
            {
                break;
            }
            else if (_tokens.Kind == TokenKind.Ellipsis)
            {
                items.Add(ParseRest());
                _tokens.Expect(close);
                break;
            }
            else
            {
                items.Add(ParseBindingWithDefault());
            }
        }

        return items;
    }

    /// <summary>Parses the rest from its dots: <c>...a</c>.</summary>
    public Node ParseRest()
    {
        var start = _tokens.Start;
        _tokens.Next();
        var inner = ParseBinding();
        RefuseCommaAfterRest();
        return new(NodeKind.Rest, start, _tokens.LastEnd) { Inner = inner };
    }

    /// <summary>The rest is the last element, and no comma follows it.</summary>
    public void RefuseCommaAfterRest()
    {
        if (_tokens.Kind == TokenKind.Comma)
        {
            _tokens.Fail(_tokens.Start, "No comma can follow the rest");
        }
    }

    /// <summary>Parses a name or a pattern, with a default value if there is one.</summary>
    public Node ParseBindingWithDefault() => WithDefault(ParseBinding());

    /// <summary>A pattern with the default value after it, if there is one.</summary>
    public Node WithDefault(Node pattern)
    {
        if (!_tokens.Eat(TokenKind.Assign))
        {
            return pattern;
        }

        grammar.Expressions.ParseAssignment();
        return new(NodeKind.DefaultPattern, pattern.Start, _tokens.LastEnd) { Inner = pattern };
    }
}
