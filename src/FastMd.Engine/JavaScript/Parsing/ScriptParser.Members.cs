using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Members, calls and <c>new</c>.</content>
internal sealed partial class ScriptParser
{
    private Node ParseSubscripted(Cover? cover, bool noIn)
    {
        var (proto, shorthand) = (cover?.SecondProto ?? -1, cover?.ShorthandDefault ?? -1);
        if (cover is not null)
        {
            cover.SecondProto = cover.ShorthandDefault = -1;
        }

        var atom = ParseAtom(cover, noIn);
        if (atom.Kind == NodeKind.Arrow && !(_tokens.LastEnd - _tokens.LastStart == 1 && _tokens.Text[_tokens.LastStart] == ')'))
        {
            return atom;
        }

        var node = ParseSubscripts(atom, noCalls: false, noIn);
        if (cover is null)
        {
            return node;
        }

        if (node.End > atom.End)
        {
            RequireValue(cover);
            cover.ParenthesisToAssign = cover.ParenthesisToAssign >= node.Start ? -1 : cover.ParenthesisToAssign;
            cover.ParenthesisToBind = cover.ParenthesisToBind >= node.Start ? -1 : cover.ParenthesisToBind;
            cover.CommaAfterSpread = cover.CommaAfterSpread >= node.Start ? -1 : cover.CommaAfterSpread;
        }

        cover.SecondProto = proto >= 0 ? proto : cover.SecondProto;
        cover.ShorthandDefault = shorthand >= 0 ? shorthand : cover.ShorthandDefault;
        return node;
    }

    private Node ParseSubscripts(Node node, bool noCalls, bool noIn)
    {
        var mayBeAsyncArrow = node is { Kind: NodeKind.Identifier, Name: "async" } && node.End - node.Start == 5
            && _tokens.LastEnd == node.End && !_tokens.CanInsertSemicolon && _arrowMayStartAt == node.Start;
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
            ParseExpression();
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

        ParseTemplate(isTagged: true);
        return new(NodeKind.Value, target.Start, _tokens.LastEnd);
    }

    private Node ParseMember(Node target)
    {
        _tokens.Resume();
        var isPrivate = _tokens.Kind == TokenKind.PrivateName && target.Kind != NodeKind.Super;
        var property = isPrivate ? ParsePrivateName() : ParseIdentifier(anyWord: true);
        if (property.Name == "url" && !isPrivate && target.Kind == NodeKind.Value && target.Name == MetaName)
        {
            _fragment.AddMetaUrl(new(target.Start, _tokens.LastEnd));
        }

        return new(NodeKind.Member, target.Start, _tokens.LastEnd) { Flag = isPrivate };
    }

    private Node ParseCall(Node target, bool mayBeAsyncArrow, bool noIn)
    {
        var (yieldAt, awaitAt, awaitNameAt) = (_yieldAt, _awaitAt, _awaitNameAt);
        _yieldAt = _awaitAt = _awaitNameAt = 0;
        _tokens.Next();
        var cover = new Cover();
        var arguments = ParseList(TokenKind.ParenClose, allowHoles: false, cover);
        if (mayBeAsyncArrow && !_tokens.CanInsertSemicolon && _tokens.Eat(TokenKind.Arrow))
        {
            RequirePattern(cover, isAssigned: false);
            RefuseYieldAndAwaitInParameters();
            if (_awaitNameAt > 0)
            {
                _tokens.Fail(_awaitNameAt, "`await` is no name in an async function");
            }

            (_yieldAt, _awaitAt, _awaitNameAt) = (yieldAt, awaitAt, awaitNameAt);
            return ParseArrow(target.Start, arguments, isAsync: true, noIn);
        }

        RequireValue(cover);
        _yieldAt = yieldAt != 0 ? yieldAt : _yieldAt;
        _awaitAt = awaitAt != 0 ? awaitAt : _awaitAt;
        _awaitNameAt = awaitNameAt != 0 ? awaitNameAt : _awaitNameAt;
        return new(NodeKind.Value, target.Start, _tokens.LastEnd);
    }

    private Node ParseNew()
    {
        Descend();
        var start = _tokens.Start;
        _tokens.Next();
        _tokens.Resume();
        if (_tokens.Eat(TokenKind.Dot))
        {
            var property = ParseIdentifier(anyWord: true);
            if (property.Name != "target")
            {
                _tokens.Fail(property.Start, "After `new.` only `target` can stand");
            }

            if (!MayUseNewTarget)
            {
                _tokens.Fail(start, "`new.target` stands only in functions and classes");
            }

            Ascend();
            return new(NodeKind.Value, start, _tokens.LastEnd);
        }

        var calleeStart = _tokens.Start;
        var callee = ParseSubscripts(ParseAtom(null, noIn: false, isCallee: true), noCalls: true, noIn: false);
        if (callee.Kind == NodeKind.Super)
        {
            _tokens.Fail(calleeStart, "`super` cannot be made with `new`");
        }

        if (_tokens.Eat(TokenKind.ParenOpen))
        {
            ParseList(TokenKind.ParenClose, allowHoles: false, cover: null);
        }

        Ascend();
        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    /// <summary>Reads expressions up to a closing token, from after the opening one.</summary>
    private List<Node?> ParseList(TokenKind close, bool allowHoles, Cover? cover)
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

    private Node? ParseListItem(bool allowHoles, Cover? cover)
    {
        if (allowHoles && _tokens.Kind == TokenKind.Comma)
        {
            return null;
        }

        if (_tokens.Kind != TokenKind.Ellipsis)
        {
            return ParseAssignment(noIn: false, cover);
        }

        var spread = ParseSpread(cover);
        if (cover is { CommaAfterSpread: < 0 } && _tokens.Kind == TokenKind.Comma)
        {
            cover.CommaAfterSpread = _tokens.Start;
        }

        return spread;
    }

    private Node ParseSpread(Cover? cover)
    {
        var start = _tokens.Start;
        _tokens.Next();
        var inner = ParseAssignment(noIn: false, cover);
        return new(NodeKind.Spread, start, _tokens.LastEnd) { Inner = inner };
    }
}
