using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Object literals and patterns, and the names of their properties.</content>
internal sealed partial class ScriptParser
{
    private Node ParseObject(bool isPattern, Cover? cover)
    {
        Descend();
        var start = _tokens.Start;
        _tokens.Next();
        var properties = ParseProperties(isPattern, cover);
        _tokens.Next();
        Ascend();
        return new(isPattern ? NodeKind.ObjectPattern : NodeKind.Object, start, _tokens.LastEnd) { Items = properties };
    }

    /// <summary>Reads properties up to the closing brace.</summary>
    private List<Node?> ParseProperties(bool isPattern, Cover? cover)
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

            properties.Add(_tokens.Kind == TokenKind.Ellipsis ? ParsePropertySpread(isPattern, cover) : ParseProperty(isPattern, cover, ref hasProto));
        }

        return properties;
    }

    private Node ParsePropertySpread(bool isPattern, Cover? cover)
    {
        if (isPattern)
        {
            var start = _tokens.Start;
            _tokens.Next();
            var rest = new Node(NodeKind.Rest, start, _tokens.End) { Inner = ParseIdentifier() };
            RefuseCommaAfterRest();
            return rest;
        }

        var spread = ParseSpread(cover);
        if (cover is { CommaAfterSpread: < 0 } && _tokens.Kind == TokenKind.Comma)
        {
            cover.CommaAfterSpread = _tokens.Start;
        }

        return spread;
    }

    private Node ParseProperty(bool isPattern, Cover? cover, ref bool hasProto)
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
            ParseMethod(isAsync, isGenerator);
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

    private Node ParseValueProperty(int start, Node key, bool isComputed, bool isPattern, bool hasModifier, Cover? cover, ref bool hasProto)
    {
        if (hasModifier)
        {
            _tokens.FailUnexpected();
        }

        _tokens.Next();
        var value = isPattern ? ParseBindingWithDefault() : ParseAssignment(noIn: false, cover);
        if (!isPattern && !isComputed && key.Name == "__proto__")
        {
            RefuseSecondProto(key, cover, hasProto);
            hasProto = true;
        }

        return PropertyOf(start, key, value);
    }

    private void RefuseSecondProto(Node key, Cover? cover, bool hasProto)
    {
        if (hasProto && cover is null)
        {
            _tokens.Fail(key.Start, "`__proto__` is given twice");
        }

        if (hasProto && cover!.SecondProto < 0)
        {
            cover.SecondProto = key.Start;
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
        CheckAccessor(isGetter, methodStart, ParseMethod(isAsync: false, isGenerator: false));
        return new(NodeKind.Property, start, _tokens.LastEnd) { Inner = new(NodeKind.Value, methodStart, _tokens.LastEnd), KeyStart = key.Start, Flag = true };
    }

    private void CheckAccessor(bool isGetter, int start, List<Node?> parameters)
    {
        if (parameters.Count != (isGetter ? 0 : 1))
        {
            _tokens.Fail(start, isGetter ? "A getter takes no parameter" : "A setter takes one parameter");
        }

        if (!isGetter && parameters[0]!.Kind == NodeKind.Rest)
        {
            _tokens.Fail(parameters[0]!.Start, "A setter takes one plain parameter");
        }
    }

    private Node ParseShorthand(int start, Node key, bool isPattern, Cover? cover)
    {
        CheckReserved(key.Name!, key.Start);
        if (key.Name == "await" && _awaitNameAt == 0)
        {
            _awaitNameAt = start;
        }

        if (!isPattern && _tokens.Kind == TokenKind.Assign && cover is not null)
        {
            cover.ShorthandDefault = cover.ShorthandDefault < 0 ? _tokens.Start : cover.ShorthandDefault;
        }
        else if (!isPattern)
        {
            return PropertyOf(start, key, key);
        }

        return PropertyOf(start, key, WithDefault(key));
    }

    private Node PropertyOf(int start, Node key, Node value)
        => new(NodeKind.Property, start, _tokens.LastEnd) { Inner = value, KeyStart = key.Start };

    /// <summary>Reads the name of a property: a word, a string, a number, or an expression in brackets.</summary>
    private Node ParseKey(out bool isComputed)
    {
        var start = _tokens.Start;
        isComputed = _tokens.Eat(TokenKind.BracketOpen);
        if (isComputed)
        {
            ParseAssignment();
            _tokens.Expect(TokenKind.BracketClose);
            return new(NodeKind.Value, start, _tokens.LastEnd);
        }

        return _tokens.Kind switch
        {
            TokenKind.String => ParseLiteral(NodeKind.StringLiteral),
            TokenKind.Number => ParseLiteral(NodeKind.NumberLiteral),
            _ => ParseIdentifier(anyWord: true),
        };
    }

    private bool StartsKey => _tokens.Kind is TokenKind.Name or TokenKind.Number or TokenKind.String or TokenKind.BracketOpen || _tokens.Kind.IsKeyword();

    private static bool IsModifier(Node key, bool isComputed, string word) => !isComputed && key.Kind == NodeKind.Identifier && key.Name == word;
}
