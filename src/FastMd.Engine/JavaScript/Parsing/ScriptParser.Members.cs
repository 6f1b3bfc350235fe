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
        if (atom.Kind == NodeKind.Arrow && !(LastEnd - LastStart == 1 && Text[LastStart] == ')'))
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
            && LastEnd == node.End && !EndsStatement && _arrowMayStartAt == node.Start;
        var isChain = false;
        while (true)
        {
            var next = ParseSubscript(node, noCalls, mayBeAsyncArrow, isChain, noIn, out var isOptional);
            isChain |= isOptional;
            if (next is null || next.Kind == NodeKind.Arrow)
            {
                next ??= node;
                return isChain ? new(NodeKind.OptionalChain, node.Start, LastEnd) { Inner = next } : next;
            }

            node = next;
            mayBeAsyncArrow = false;
        }
    }

    private Node? ParseSubscript(Node target, bool noCalls, bool mayBeAsyncArrow, bool isChain, bool noIn, out bool isOptional)
    {
        isOptional = Eat(TokenKind.OptionalDot);
        if (isOptional)
        {
            Resume();
            if (noCalls)
            {
                Fail(LastStart, "`?.` cannot stand in what `new` makes");
            }
        }

        if (Eat(TokenKind.BracketOpen))
        {
            ParseExpression();
            Expect(TokenKind.BracketClose);
            return new(NodeKind.Member, target.Start, LastEnd);
        }

        if ((isOptional && Kind is not (TokenKind.ParenOpen or TokenKind.BackQuote)) || Eat(TokenKind.Dot))
        {
            return ParseMember(target);
        }

        if (!noCalls && Kind == TokenKind.ParenOpen)
        {
            return ParseCall(target, mayBeAsyncArrow && !isOptional, noIn);
        }

        if (Kind != TokenKind.BackQuote)
        {
            return null;
        }

        if (isOptional || isChain)
        {
            Fail(Start, "A template cannot be tagged with what has `?.` in it");
        }

        ParseTemplate(isTagged: true);
        return new(NodeKind.Value, target.Start, LastEnd);
    }

    private Node ParseMember(Node target)
    {
        Resume();
        var isPrivate = Kind == TokenKind.PrivateName && target.Kind != NodeKind.Super;
        var property = isPrivate ? ParsePrivateName() : ParseIdentifier(anyWord: true);
        if (property.Name == "url" && !isPrivate && target.Kind == NodeKind.Value && target.Name == MetaName)
        {
            _fragment.AddMetaUrl(new(target.Start, LastEnd));
        }

        return new(NodeKind.Member, target.Start, LastEnd) { Flag = isPrivate };
    }

    private Node ParseCall(Node target, bool mayBeAsyncArrow, bool noIn)
    {
        var (yieldAt, awaitAt, awaitNameAt) = (_yieldAt, _awaitAt, _awaitNameAt);
        _yieldAt = _awaitAt = _awaitNameAt = 0;
        Next();
        var cover = new Cover();
        var arguments = ParseList(TokenKind.ParenClose, allowHoles: false, cover);
        if (mayBeAsyncArrow && !EndsStatement && Eat(TokenKind.Arrow))
        {
            RequirePattern(cover, isAssigned: false);
            RefuseYieldAndAwaitInParameters();
            if (_awaitNameAt > 0)
            {
                Fail(_awaitNameAt, "`await` is no name in an async function");
            }

            (_yieldAt, _awaitAt, _awaitNameAt) = (yieldAt, awaitAt, awaitNameAt);
            return ParseArrow(target.Start, arguments, isAsync: true, noIn);
        }

        RequireValue(cover);
        _yieldAt = yieldAt != 0 ? yieldAt : _yieldAt;
        _awaitAt = awaitAt != 0 ? awaitAt : _awaitAt;
        _awaitNameAt = awaitNameAt != 0 ? awaitNameAt : _awaitNameAt;
        return new(NodeKind.Value, target.Start, LastEnd);
    }

    private Node ParseNew()
    {
        Descend();
        var start = Start;
        Next();
        Resume();
        if (Eat(TokenKind.Dot))
        {
            var property = ParseIdentifier(anyWord: true);
            if (property.Name != "target")
            {
                Fail(property.Start, "After `new.` only `target` can stand");
            }

            if (!MayUseNewTarget)
            {
                Fail(start, "`new.target` stands only in functions and classes");
            }

            Ascend();
            return new(NodeKind.Value, start, LastEnd);
        }

        var calleeStart = Start;
        var callee = ParseSubscripts(ParseAtom(null, noIn: false, isCallee: true), noCalls: true, noIn: false);
        if (callee.Kind == NodeKind.Super)
        {
            Fail(calleeStart, "`super` cannot be made with `new`");
        }

        if (Eat(TokenKind.ParenOpen))
        {
            ParseList(TokenKind.ParenClose, allowHoles: false, cover: null);
        }

        Ascend();
        return new(NodeKind.Value, start, LastEnd);
    }

    /// <summary>Reads expressions up to a closing token, from after the opening one.</summary>
    private List<Node?> ParseList(TokenKind close, bool allowHoles, Cover? cover)
    {
        var items = new List<Node?>();
        while (!Eat(close))
        {
            if (items.Count > 0)
            {
                Expect(TokenKind.Comma);
                if (Eat(close))
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
        if (allowHoles && Kind == TokenKind.Comma)
        {
            return null;
        }

        if (Kind != TokenKind.Ellipsis)
        {
            return ParseAssignment(noIn: false, cover);
        }

        var spread = ParseSpread(cover);
        if (cover is { CommaAfterSpread: < 0 } && Kind == TokenKind.Comma)
        {
            cover.CommaAfterSpread = Start;
        }

        return spread;
    }

    private Node ParseSpread(Cover? cover)
    {
        var start = Start;
        Next();
        var inner = ParseAssignment(noIn: false, cover);
        return new(NodeKind.Spread, start, LastEnd) { Inner = inner };
    }
}
