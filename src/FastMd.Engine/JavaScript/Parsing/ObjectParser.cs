using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Object literals and object patterns, which share the forms of their properties.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class ObjectParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;

    /// <summary>Whether the name of a property begins here.</summary>
    public bool StartsKey => _tokens.Kind is TokenKind.Name or TokenKind.Number or TokenKind.String or TokenKind.BracketOpen || _tokens.Kind.IsKeyword();

    /// <summary>Parses an object literal, or a pattern, from its opening brace.</summary>
    public Node ParseObject(bool isPattern, CoverErrors? cover)
    {
        _nesting.Enter();
        var start = _tokens.Start;
        _tokens.Next();
        var properties = ParseProperties(isPattern, cover);
        _tokens.Next();
        _nesting.Leave();
        return new(isPattern ? NodeKind.ObjectPattern : NodeKind.Object, start, _tokens.LastEnd) { Items = properties };
    }

    /// <summary>Parses properties up to the closing brace, from after the opening one.</summary>
    public List<Node?> ParseProperties(bool isPattern, CoverErrors? cover)
    {
        var properties = new List<Node?>();
        var hasProto = false;
        while (_tokens.Kind != TokenKind.BraceClose)
        {
            if (properties.Count > 0)
            {
                _tokens.Expect(TokenKind.Comma);
                if (_tokens.Kind == TokenKind.BraceClose)
                {
                    break;
                }
            }

            properties.Add(_tokens.Kind != TokenKind.Ellipsis ? ParseProperty(isPattern, cover, ref hasProto)
                : isPattern ? ParseRest()
                : grammar.LeftHandSide.ParseSpread(cover));
        }

        return properties;
    }

    /// <summary>Parses the name of a property: an identifier name, a string, a number, or a computed one in brackets.</summary>
    public Node ParseKey(out bool isComputed)
    {
        var start = _tokens.Start;
        isComputed = _tokens.Eat(TokenKind.BracketOpen);
        if (isComputed)
        {
            grammar.Expressions.ParseAssignment();
            _tokens.Expect(TokenKind.BracketClose);
            return new(NodeKind.Value, start, _tokens.LastEnd);
        }

        return _tokens.Kind switch
        {
            TokenKind.String => grammar.Primary.ParseLiteral(NodeKind.StringLiteral),
            TokenKind.Number => grammar.Primary.ParseLiteral(NodeKind.NumberLiteral),
            _ => grammar.Identifiers.ParseIdentifierName(),
        };
    }

    private Node ParseRest()
    {
        var start = _tokens.Start;
        _tokens.Next();
        var rest = new Node(NodeKind.Rest, start, _tokens.End) { Inner = grammar.Identifiers.ParseIdentifier() };
        grammar.Patterns.RefuseCommaAfterRest();
        return rest;
    }

    private Node ParseProperty(bool isPattern, CoverErrors? cover, ref bool hasProto)
    {
        var start = _tokens.Start;
        var isGenerator = !isPattern && _tokens.Eat(TokenKind.Star);
        var isEscaped = _tokens.IsEscaped;
        var key = ParseKey(out var isComputed);
        var isAsync = !isPattern && !isEscaped && !isGenerator && IsModifier(key, isComputed, "async") && !_tokens.NewlineBefore
            && (StartsKey || _tokens.Kind == TokenKind.Star);
        if (isAsync)
        {
            isGenerator = _tokens.Eat(TokenKind.Star);
            key = ParseKey(out isComputed);
        }

        if (_tokens.Kind == TokenKind.Colon)
        {
            return ParseValueProperty(start, key, isComputed, isPattern, isGenerator || isAsync, cover, ref hasProto);
        }

        if (_tokens.Kind == TokenKind.ParenOpen)
        {
            if (isPattern)
            {
                _tokens.FailUnexpected();
            }

            var methodStart = _tokens.Start;
            grammar.Functions.ParseMethod(isAsync, isGenerator);
            return PropertyOf(start, key, new(NodeKind.Value, methodStart, _tokens.LastEnd));
        }

        if (!isPattern && !isEscaped && (IsModifier(key, isComputed, "get") || IsModifier(key, isComputed, "set"))
            && _tokens.Kind is not (TokenKind.Comma or TokenKind.BraceClose or TokenKind.Assign))
        {
            return ParseAccessor(start, key.Name == "get", isGenerator || isAsync);
        }

        if (isComputed || key.Kind != NodeKind.Identifier || isGenerator || isAsync)
        {
            _tokens.FailUnexpected();
        }

        return ParseShorthand(start, key, isPattern, cover);
    }

    private Node ParseValueProperty(int start, Node key, bool isComputed, bool isPattern, bool hasModifier, CoverErrors? cover, ref bool hasProto)
    {
        if (hasModifier)
        {
            _tokens.FailUnexpected();
        }

        _tokens.Next();
        var value = isPattern ? grammar.Patterns.ParseBindingWithDefault() : grammar.Expressions.ParseAssignment(noIn: false, cover);
        if (!isPattern && !isComputed && key.Name == "__proto__")
        {
            RefuseDoubleProto(key, cover, hasProto);
            hasProto = true;
        }

        return PropertyOf(start, key, value);
    }

    private void RefuseDoubleProto(Node key, CoverErrors? cover, bool hasProto)
    {
        if (hasProto && cover is null)
        {
            _tokens.Fail(key.Start, "`__proto__` is given twice");
        }

        if (hasProto && cover!.DoubleProto < 0)
        {
            cover.DoubleProto = key.Start;
        }
    }

    private Node ParseAccessor(int start, bool isGetter, bool hasModifier)
    {
        if (hasModifier)
        {
            _tokens.FailUnexpected();
        }

        var key = ParseKey(out _);
        var methodStart = _tokens.Start;
        grammar.EarlyErrors.CheckAccessor(isGetter, methodStart, grammar.Functions.ParseMethod(isAsync: false, isGenerator: false));
        return new(NodeKind.Property, start, _tokens.LastEnd) { Inner = new(NodeKind.Value, methodStart, _tokens.LastEnd), KeyStart = key.Start, IsAccessor = true };
    }

    private Node ParseShorthand(int start, Node key, bool isPattern, CoverErrors? cover)
    {
        grammar.EarlyErrors.CheckReserved(key.Name!, key.Start);
        if (!isPattern && _tokens.Kind == TokenKind.Assign && cover is not null)
        {
            cover.ShorthandAssign = cover.ShorthandAssign < 0 ? _tokens.Start : cover.ShorthandAssign;
        }
        else if (!isPattern)
        {
            return PropertyOf(start, key, key);
        }

        return PropertyOf(start, key, grammar.Patterns.WithDefault(key));
    }

    private Node PropertyOf(int start, Node key, Node value)
        => new(NodeKind.Property, start, _tokens.LastEnd) { Inner = value, KeyStart = key.Start };

    private static bool IsModifier(Node key, bool isComputed, string word) => !isComputed && key.Kind == NodeKind.Identifier && key.Name == word;
}
