using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Left-hand side expressions: members, calls, tagged templates and <c>new</c>; and lists of arguments and elements.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class LeftHandSideParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;

    /// <summary>Parses a primary expression with the members, calls and templates after it.</summary>
    public Node ParseLeftHandSide(CoverErrors? cover, bool noIn)
    {
        // Errors of an object literal before this one are put aside: what follows makes only this one an expression.
        var (proto, shorthand) = (cover?.DoubleProto ?? -1, cover?.ShorthandAssign ?? -1);
        if (cover is not null)
        {
            cover.DoubleProto = cover.ShorthandAssign = -1;
        }

        var primary = grammar.Primary.ParsePrimary(cover, noIn);
        if (primary.Kind == NodeKind.Arrow && !(_tokens.LastEnd - _tokens.LastStart == 1 && _tokens.Text[_tokens.LastStart] == ')'))
        {
            return primary;
        }

        var node = ParseSubscripts(primary, noCalls: false, noIn);
        if (cover is null)
        {
            return node;
        }

        if (node.End > primary.End)
        {
            // With a member or a call it is no pattern, and no parenthesis around one.
            cover.RequireExpression(_tokens);
            cover.ParenthesizedAssign = cover.ParenthesizedAssign >= node.Start ? -1 : cover.ParenthesizedAssign;
            cover.ParenthesizedBind = cover.ParenthesizedBind >= node.Start ? -1 : cover.ParenthesizedBind;
            cover.TrailingComma = cover.TrailingComma >= node.Start ? -1 : cover.TrailingComma;
        }

        cover.DoubleProto = proto >= 0 ? proto : cover.DoubleProto;
        cover.ShorthandAssign = shorthand >= 0 ? shorthand : cover.ShorthandAssign;
        return node;
    }

    /// <summary>Parses <c>new</c> with what it constructs and the arguments, or <c>new.target</c>.</summary>
    public Node ParseNew()
    {
        _nesting.Enter();
        var start = _tokens.Start;
        _tokens.Next();
        _tokens.Resume();
        if (_tokens.Eat(TokenKind.Dot))
        {
            var property = grammar.Identifiers.ParseIdentifierName();
            if (property.Name != "target")
            {
                _tokens.Fail(property.Start, "After `new.` only `target` can stand");
            }

            if (!grammar.Scopes.AllowsNewTarget)
            {
                _tokens.Fail(start, "`new.target` stands only in functions and classes");
            }

            _nesting.Leave();
            return new(NodeKind.Value, start, _tokens.LastEnd);
        }

        var calleeStart = _tokens.Start;
        var callee = ParseSubscripts(grammar.Primary.ParsePrimary(null, noIn: false, isCallee: true), noCalls: true, noIn: false);
        if (callee.Kind == NodeKind.Super)
        {
            _tokens.Fail(calleeStart, "`super` cannot be made with `new`");
        }

        if (_tokens.Eat(TokenKind.ParenOpen))
        {
            ParseList(TokenKind.ParenClose, allowHoles: false, cover: null);
        }

        _nesting.Leave();
        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    /// <summary>Parses arguments or elements up to a closing token, from after the opening one.</summary>
    /// <param name="close">The closing token.</param>
    /// <param name="allowHoles">Whether elements may be left out, as in arrays.</param>
    /// <param name="cover">Where the errors of a cover grammar are collected.</param>
    public List<Node?> ParseList(TokenKind close, bool allowHoles, CoverErrors? cover)
    {
        var items = new List<Node?>();
        while (!_tokens.Eat(close))
        {
            if (items.Count > 0)
            {
                _tokens.Expect(TokenKind.Comma);
                if (_tokens.Eat(close))
                {
                    break;
                }
            }

            items.Add(ParseListItem(allowHoles, cover));
        }

        return items;
    }

    /// <summary>Parses a spread from its dots; a comma after it is an error if it turns out to be a rest.</summary>
    public Node ParseSpread(CoverErrors? cover)
    {
        var start = _tokens.Start;
        _tokens.Next();
        var inner = grammar.Expressions.ParseAssignment(noIn: false, cover);
        if (cover is { TrailingComma: < 0 } && _tokens.Kind == TokenKind.Comma)
        {
            cover.TrailingComma = _tokens.Start;
        }

        return new(NodeKind.Spread, start, _tokens.LastEnd) { Inner = inner };
    }

    private Node ParseSubscripts(Node node, bool noCalls, bool noIn)
    {
        var mayBeAsyncArrow = node is { Kind: NodeKind.Identifier, Name: "async" } && node.End - node.Start == 5
            && _tokens.LastEnd == node.End && !_tokens.CanInsertSemicolon && grammar.Expressions.PotentialArrowAt == node.Start;
        var isChain = false;
        while (true)
        {
            var next = ParseSubscript(node, noCalls, mayBeAsyncArrow, isChain, noIn, out var isOptional);
            isChain |= isOptional;
            if (next is null || next.Kind == NodeKind.Arrow)
            {
                next ??= node;
                return isChain ? new(NodeKind.OptionalChain, node.Start, _tokens.LastEnd) { Inner = next } : next;
            }

            node = next;
            mayBeAsyncArrow = false;
        }
    }

    private Node? ParseSubscript(Node target, bool noCalls, bool mayBeAsyncArrow, bool isChain, bool noIn, out bool isOptional)
    {
        isOptional = _tokens.Eat(TokenKind.OptionalDot);
        if (isOptional)
        {
            _tokens.Resume();
            if (noCalls)
            {
                _tokens.Fail(_tokens.LastStart, "`?.` cannot stand in what `new` makes");
            }
        }

        if (_tokens.Eat(TokenKind.BracketOpen))
        {
            grammar.Expressions.ParseExpression();
            _tokens.Expect(TokenKind.BracketClose);
            return new(NodeKind.Member, target.Start, _tokens.LastEnd);
        }

        if ((isOptional && _tokens.Kind is not (TokenKind.ParenOpen or TokenKind.BackQuote)) || _tokens.Eat(TokenKind.Dot))
        {
            return ParseMember(target);
        }

        if (!noCalls && _tokens.Kind == TokenKind.ParenOpen)
        {
            return ParseCall(target, mayBeAsyncArrow && !isOptional, noIn);
        }

        if (_tokens.Kind != TokenKind.BackQuote)
        {
            return null;
        }

        if (isOptional || isChain)
        {
            _tokens.Fail(_tokens.Start, "A template cannot be tagged with what has `?.` in it");
        }

        grammar.Primary.ParseTemplate(isTagged: true);
        return new(NodeKind.Value, target.Start, _tokens.LastEnd);
    }

    private Node ParseMember(Node target)
    {
        _tokens.Resume();
        var isPrivate = _tokens.Kind == TokenKind.PrivateName && target.Kind != NodeKind.Super;
        var property = isPrivate ? grammar.Classes.ParsePrivateName() : grammar.Identifiers.ParseIdentifierName();
        if (property.Name == "url" && !isPrivate && target.Kind == NodeKind.ImportMeta)
        {
            grammar.Fragments.Current.AddMetaUrl(new(target.Start, _tokens.LastEnd));
        }

        return new(NodeKind.Member, target.Start, _tokens.LastEnd) { IsPrivate = isPrivate };
    }

    private Node ParseCall(Node target, bool mayBeAsyncArrow, bool noIn)
    {
        var outer = grammar.Context.Positions;
        grammar.Context.Positions = default;
        _tokens.Next();
        var cover = new CoverErrors();
        var arguments = ParseList(TokenKind.ParenClose, allowHoles: false, cover);
        if (mayBeAsyncArrow && !_tokens.CanInsertSemicolon && _tokens.Eat(TokenKind.Arrow))
        {
            cover.RequireParameters(_tokens);
            grammar.Context.RefuseYieldAndAwaitInParameters();
            grammar.Context.Positions = outer;
            return grammar.Functions.ParseArrow(target.Start, arguments, isAsync: true, noIn);
        }

        cover.RequireExpression(_tokens);
        grammar.Context.Positions = outer.Or(grammar.Context.Positions);
        return new(NodeKind.Value, target.Start, _tokens.LastEnd);
    }

    private Node? ParseListItem(bool allowHoles, CoverErrors? cover)
    {
        if (allowHoles && _tokens.Kind == TokenKind.Comma)
        {
            return null;
        }

        return _tokens.Kind == TokenKind.Ellipsis ? ParseSpread(cover) : grammar.Expressions.ParseAssignment(noIn: false, cover);
    }
}
