using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Expressions, from the loosest operators to the tightest.</content>
internal sealed partial class ScriptParser
{
    private Node ParseExpression(bool noIn = false, Cover? cover = null)
    {
        _tokens.Resume();
        var start = _tokens.Start;
        var first = ParseAssignment(noIn, cover);
        if (_tokens.Kind != TokenKind.Comma)
        {
            return first;
        }

        while (_tokens.Eat(TokenKind.Comma))
        {
            ParseAssignment(noIn, cover);
        }

        return new(NodeKind.Sequence, start, _tokens.LastEnd);
    }

    private Node ParseAssignment(bool noIn = false, Cover? cover = null)
    {
        _tokens.Resume();
        Descend();
        var node = _tokens.IsContextual("yield") && InGenerator ? ParseYield(noIn) : ParseMaybeAssignment(noIn, cover);
        Ascend();
        return node;
    }

    private Node ParseMaybeAssignment(bool noIn, Cover? outer)
    {
        var cover = outer ?? new();
        var (parenthesis, comma, proto) = (cover.ParenthesisToAssign, cover.CommaAfterSpread, cover.SecondProto);
        cover.ParenthesisToAssign = cover.CommaAfterSpread = -1;
        var start = _tokens.Start;
        if (_tokens.Kind is TokenKind.ParenOpen or TokenKind.Name)
        {
            _arrowMayStartAt = start;
        }

        var left = ParseConditional(noIn, cover);
        if (!_tokens.Kind.IsAssignment())
        {
            if (outer is null)
            {
                RequireValue(cover);
            }

            cover.ParenthesisToAssign = parenthesis >= 0 ? parenthesis : cover.ParenthesisToAssign;
            cover.CommaAfterSpread = comma >= 0 ? comma : cover.CommaAfterSpread;
            return left;
        }

        var isPlain = _tokens.Kind == TokenKind.Assign;
        if (isPlain)
        {
            ToPattern(left, isBinding: false, cover);
        }

        if (outer is not null)
        {
            cover.ParenthesisToAssign = cover.CommaAfterSpread = -1;
            cover.ShorthandDefault = cover.ShorthandDefault >= left.Start ? -1 : cover.ShorthandDefault;
            cover.SecondProto = cover.SecondProto >= left.Start ? -1 : cover.SecondProto;
        }

        if (isPlain)
        {
            CheckPattern(left, Binding.None);
        }
        else
        {
            CheckTarget(left, Binding.None);
        }

        _tokens.Next();
        ParseAssignment(noIn);
        cover.SecondProto = proto >= 0 ? proto : cover.SecondProto;
        return new(NodeKind.Assignment, start, _tokens.LastEnd) { Inner = left, Flag = !isPlain };
    }

    private Node ParseYield(bool noIn)
    {
        _yieldAt = _yieldAt == 0 ? _tokens.Start : _yieldAt;
        var start = _tokens.Start;
        _tokens.Next();
        if (_tokens.Kind != TokenKind.Semicolon && !_tokens.CanInsertSemicolon && (_tokens.Kind == TokenKind.Star || _tokens.Kind.StartsExpression()))
        {
            _tokens.Eat(TokenKind.Star);
            ParseAssignment(noIn);
        }

        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    private Node ParseConditional(bool noIn, Cover cover)
    {
        var start = _tokens.Start;
        var test = ParseBinary(noIn, cover);
        if (cover.IsNoValue || (test.Kind == NodeKind.Arrow && test.Start == start) || !_tokens.Eat(TokenKind.Question))
        {
            return test;
        }

        ParseAssignment();
        _tokens.Expect(TokenKind.Colon);
        ParseAssignment(noIn);
        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    private Node ParseBinary(bool noIn, Cover cover)
    {
        var start = _tokens.Start;
        var left = ParseUnary(cover, afterUnary: false, forIncrement: false, noIn);
        return cover.IsNoValue || (left.Kind == NodeKind.Arrow && left.Start == start) ? left : ParseOperators(left, 0, noIn);
    }

    private Node ParseOperators(Node left, int tighterThan, bool noIn)
    {
        Descend();
        while (_tokens.Kind.Precedence() > tighterThan && !(noIn && _tokens.Kind == TokenKind.In))
        {
            var kind = _tokens.Kind;
            var isLogical = kind is TokenKind.Or or TokenKind.And;
            var precedence = kind == TokenKind.Coalesce ? TokenKind.And.Precedence() : kind.Precedence();
            _tokens.Next();
            _tokens.Resume();
            var right = ParseOperators(ParseUnary(null, afterUnary: false, forIncrement: false, noIn), precedence, noIn);
            RefusePrivateName(right);
            left = new(NodeKind.Value, left.Start, _tokens.LastEnd);
            if ((isLogical && _tokens.Kind == TokenKind.Coalesce) || (kind == TokenKind.Coalesce && _tokens.Kind is TokenKind.Or or TokenKind.And))
            {
                _tokens.Fail(_tokens.Start, "`??` cannot be mixed with `||` and `&&`: put one of them in parentheses");
            }
        }

        Ascend();
        return left;
    }

    private void RefusePrivateName(Node node)
    {
        if (node.Kind == NodeKind.PrivateName)
        {
            _tokens.Fail(node.Start, "A private name can only stand left of `in`");
        }
    }

    private Node ParseUnary(Cover? cover, bool afterUnary, bool forIncrement, bool noIn)
    {
        _tokens.Resume();
        Descend();
        var start = _tokens.Start;
        Node node;
        if (_tokens.IsContextual("await") && MayAwait)
        {
            node = ParseAwait(noIn);
            afterUnary = true;
        }
        else if (_tokens.Kind.IsPrefix())
        {
            node = ParsePrefix(cover, noIn, ref afterUnary);
        }
        else if (!afterUnary && _tokens.Kind == TokenKind.PrivateName)
        {
            node = ParsePrivateOperand(noIn);
        }
        else
        {
            node = ParsePostfix(cover, noIn, out var isNoValue);
            if (isNoValue)
            {
                Ascend();
                return node;
            }
        }

        if (!forIncrement && !(node.Kind == NodeKind.Arrow && node.Start == start) && _tokens.Kind == TokenKind.StarStar)
        {
            _tokens.Next();
            if (afterUnary)
            {
                _tokens.FailUnexpected(_tokens.LastStart);
            }

            RefusePrivateName(ParseUnary(null, afterUnary: false, forIncrement: false, noIn));
            node = new(NodeKind.Value, start, _tokens.LastEnd);
        }

        Ascend();
        return node;
    }

    private Node ParseAwait(bool noIn)
    {
        _awaitAt = _awaitAt == 0 ? _tokens.Start : _awaitAt;
        _fragment.Awaits |= _functionDepth == 0;
        var start = _tokens.Start;
        _tokens.Next();
        ParseUnary(null, afterUnary: true, forIncrement: false, noIn);
        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    private Node ParsePrefix(Cover? cover, bool noIn, ref bool afterUnary)
    {
        var (start, kind) = (_tokens.Start, _tokens.Kind);
        _tokens.Next();
        var operand = ParseUnary(null, afterUnary: true, forIncrement: kind == TokenKind.Increment, noIn);
        RequireValue(cover);
        if (kind == TokenKind.Increment)
        {
            CheckTarget(operand, Binding.None);
        }
        else
        {
            if (kind == TokenKind.Delete)
            {
                RefuseDelete(start, operand);
            }

            afterUnary = true;
        }

        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    private void RefuseDelete(int start, Node operand)
    {
        while (operand.Kind is NodeKind.Parenthesized or NodeKind.OptionalChain)
        {
            operand = operand.Inner!;
        }

        if (operand.Kind == NodeKind.Identifier || (operand.Kind == NodeKind.Member && operand.Flag))
        {
            _tokens.Fail(start, "`delete` deletes members only, and no private ones");
        }
    }

    private Node ParsePrivateOperand(bool noIn)
    {
        if (noIn || _privateNames.Count == 0)
        {
            _tokens.FailUnexpected();
        }

        var node = ParsePrivateName();
        if (_tokens.Kind != TokenKind.In)
        {
            _tokens.FailUnexpected();
        }

        return node;
    }

    private Node ParsePostfix(Cover? cover, bool noIn, out bool isNoValue)
    {
        var start = _tokens.Start;
        var node = ParseSubscripted(cover, noIn);
        isNoValue = cover?.IsNoValue == true;
        while (!isNoValue && _tokens.Kind == TokenKind.Increment && !_tokens.CanInsertSemicolon)
        {
            CheckTarget(node, Binding.None);
            _tokens.Next();
            node = new(NodeKind.Value, start, _tokens.LastEnd);
        }

        return node;
    }

    private void RequireValue(Cover? cover)
    {
        if (cover is { ShorthandDefault: >= 0 })
        {
            _tokens.Fail(cover.ShorthandDefault, "A default stands only in a pattern: write `:` for a value");
        }

        if (cover is { SecondProto: >= 0 })
        {
            _tokens.Fail(cover.SecondProto, "`__proto__` is given twice");
        }
    }
}
