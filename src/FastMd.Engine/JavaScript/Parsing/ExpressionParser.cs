using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Expressions by precedence: sequences, assignments, conditionals, binary and unary operators, increments.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class ExpressionParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;
    private CoverErrors? _spareCover;

    /// <summary>Offset where an arrow function can begin: not after an operator. -1 for nowhere.</summary>
    public int PotentialArrowAt { get; private set; } = -1;

    /// <summary>Parses an expression, which may be a sequence with commas.</summary>
    /// <param name="noIn">Whether <c>in</c> is no operator: in the head of a <c>for</c>.</param>
    /// <param name="cover">Where the errors of a cover grammar are collected; null where it can be nothing but an expression.</param>
    public Node ParseExpression(bool noIn = false, CoverErrors? cover = null)
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

    /// <summary>Parses an expression without commas: an assignment, an arrow function or whatever binds tighter.</summary>
    public Node ParseAssignment(bool noIn = false, CoverErrors? cover = null)
    {
        _tokens.Resume();
        _nesting.Enter();
        Node node;
        if (_tokens.IsContextual("yield") && grammar.Scopes.InGenerator)
        {
            node = ParseYield(noIn);
        }
        else if (cover is not null)
        {
            node = ParseMaybeAssignment(noIn, cover, isOwnCover: false);
        }
        else
        {
            // Most expressions are in no cover grammar, and those one after the other do with one object.
            cover = _spareCover ?? new();
            _spareCover = null;
            node = ParseMaybeAssignment(noIn, cover, isOwnCover: true);
            cover.Clear();
            _spareCover = cover;
        }

        _nesting.Leave();
        return node;
    }

    private Node ParseMaybeAssignment(bool noIn, CoverErrors cover, bool isOwnCover)
    {
        // Errors of what comes before it in the same cover grammar are put aside: they are not errors of this expression.
        var (parenthesis, comma, proto) = (cover.ParenthesizedAssign, cover.TrailingComma, cover.DoubleProto);
        cover.ParenthesizedAssign = cover.TrailingComma = -1;
        var start = _tokens.Start;
        if (_tokens.Kind is TokenKind.ParenOpen or TokenKind.Name)
        {
            PotentialArrowAt = start;
        }

        var left = ParseConditional(noIn, cover);
        if (!_tokens.Kind.IsAssignment())
        {
            if (isOwnCover)
            {
                cover.RequireExpression(_tokens);
            }

            cover.ParenthesizedAssign = parenthesis >= 0 ? parenthesis : cover.ParenthesizedAssign;
            cover.TrailingComma = comma >= 0 ? comma : cover.TrailingComma;
            return left;
        }

        var isPlain = _tokens.Kind == TokenKind.Assign;
        if (isPlain)
        {
            grammar.Cover.ToPattern(left, isBinding: false, cover);
        }

        if (!isOwnCover)
        {
            // The left side has become a pattern, in which these are no errors.
            cover.ParenthesizedAssign = cover.TrailingComma = -1;
            cover.ShorthandAssign = cover.ShorthandAssign >= left.Start ? -1 : cover.ShorthandAssign;
            cover.DoubleProto = cover.DoubleProto >= left.Start ? -1 : cover.DoubleProto;
        }

        if (isPlain)
        {
            grammar.EarlyErrors.CheckPattern(left, BindingKind.None);
        }
        else
        {
            grammar.EarlyErrors.CheckTarget(left, BindingKind.None);
        }

        _tokens.Next();
        ParseAssignment(noIn);
        cover.DoubleProto = proto >= 0 ? proto : cover.DoubleProto;
        return new(NodeKind.Assignment, start, _tokens.LastEnd) { Inner = left, IsCompound = !isPlain };
    }

    private Node ParseYield(bool noIn)
    {
        var start = _tokens.Start;
        grammar.Context.AddYield(start);
        _tokens.Next();
        if (_tokens.Kind != TokenKind.Semicolon && !_tokens.CanInsertSemicolon && (_tokens.Kind == TokenKind.Star || _tokens.Kind.StartsExpression()))
        {
            _tokens.Eat(TokenKind.Star);
            ParseAssignment(noIn);
        }

        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    private Node ParseConditional(bool noIn, CoverErrors cover)
    {
        var start = _tokens.Start;
        var test = ParseBinary(noIn, cover);
        if (cover.HasExpressionError || (test.Kind == NodeKind.Arrow && test.Start == start) || !_tokens.Eat(TokenKind.Question))
        {
            return test;
        }

        ParseAssignment();
        _tokens.Expect(TokenKind.Colon);
        ParseAssignment(noIn);
        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    private Node ParseBinary(bool noIn, CoverErrors cover)
    {
        var start = _tokens.Start;
        var left = ParseUnary(cover, afterUnary: false, forIncrement: false, noIn);
        return cover.HasExpressionError || (left.Kind == NodeKind.Arrow && left.Start == start) ? left : ParseOperators(left, 0, noIn);
    }

    /// <summary>Operator precedence parsing: reads the binary operators that bind tighter than a precedence, and what is right of them.</summary>
    private Node ParseOperators(Node left, int tighterThan, bool noIn)
    {
        _nesting.Enter();
        while (_tokens.Kind.Precedence() > tighterThan && !(noIn && _tokens.Kind == TokenKind.In))
        {
            var kind = _tokens.Kind;
            var isLogical = kind is TokenKind.Or or TokenKind.And;
            // `??` takes in operators as tight as `&&`, so that mixing them is seen.
            var precedence = kind == TokenKind.Coalesce ? TokenKind.And.Precedence() : kind.Precedence();
            _tokens.Next();
            _tokens.Resume();
            var right = ParseOperators(ParseUnary(null, afterUnary: false, forIncrement: false, noIn), precedence, noIn);
            grammar.EarlyErrors.RefusePrivateName(right);
            left = new(NodeKind.Value, left.Start, _tokens.LastEnd);
            if ((isLogical && _tokens.Kind == TokenKind.Coalesce) || (kind == TokenKind.Coalesce && _tokens.Kind is TokenKind.Or or TokenKind.And))
            {
                _tokens.Fail(_tokens.Start, "`??` cannot be mixed with `||` and `&&`: put one of them in parentheses");
            }
        }

        _nesting.Leave();
        return left;
    }

    /// <summary>Parses a unary expression, or an exponentiation.</summary>
    /// <param name="cover">Where the errors of a cover grammar are collected.</param>
    /// <param name="afterUnary">Whether it is the operand of a unary operator, and so no base of <c>**</c>.</param>
    /// <param name="forIncrement">Whether it is the operand of <c>++</c> or <c>--</c>.</param>
    /// <param name="noIn">Whether <c>in</c> is no operator.</param>
    private Node ParseUnary(CoverErrors? cover, bool afterUnary, bool forIncrement, bool noIn)
    {
        _tokens.Resume();
        _nesting.Enter();
        var start = _tokens.Start;
        Node node;
        if (_tokens.IsContextual("await") && grammar.Scopes.AllowsAwait)
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
            node = ParsePostfix(cover, noIn, out var hasError);
            if (hasError)
            {
                _nesting.Leave();
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

            grammar.EarlyErrors.RefusePrivateName(ParseUnary(null, afterUnary: false, forIncrement: false, noIn));
            node = new(NodeKind.Value, start, _tokens.LastEnd);
        }

        _nesting.Leave();
        return node;
    }

    private Node ParseAwait(bool noIn)
    {
        var start = _tokens.Start;
        grammar.Context.AddAwait(start);
        if (grammar.Context.IsTopLevel)
        {
            grammar.Fragments.Current.Awaits = true;
        }

        _tokens.Next();
        ParseUnary(null, afterUnary: true, forIncrement: false, noIn);
        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    private Node ParsePrefix(CoverErrors? cover, bool noIn, ref bool afterUnary)
    {
        var (start, kind) = (_tokens.Start, _tokens.Kind);
        _tokens.Next();
        var operand = ParseUnary(null, afterUnary: true, forIncrement: kind == TokenKind.Increment, noIn);
        cover?.RequireExpression(_tokens);
        if (kind == TokenKind.Increment)
        {
            grammar.EarlyErrors.CheckTarget(operand, BindingKind.None);
        }
        else
        {
            if (kind == TokenKind.Delete)
            {
                grammar.EarlyErrors.CheckDelete(start, operand);
            }

            afterUnary = true;
        }

        return new(NodeKind.Value, start, _tokens.LastEnd);
    }

    /// <summary>The left side of <c>#a in b</c>.</summary>
    private Node ParsePrivateOperand(bool noIn)
    {
        if (noIn || !grammar.Classes.IsInClass)
        {
            _tokens.FailUnexpected();
        }

        var node = grammar.Classes.ParsePrivateName();
        if (_tokens.Kind != TokenKind.In)
        {
            _tokens.FailUnexpected();
        }

        return node;
    }

    private Node ParsePostfix(CoverErrors? cover, bool noIn, out bool hasError)
    {
        var start = _tokens.Start;
        var node = grammar.LeftHandSide.ParseLeftHandSide(cover, noIn);
        hasError = cover?.HasExpressionError == true;
        while (!hasError && _tokens.Kind == TokenKind.Increment && !_tokens.CanInsertSemicolon)
        {
            grammar.EarlyErrors.CheckTarget(node, BindingKind.None);
            _tokens.Next();
            node = new(NodeKind.Value, start, _tokens.LastEnd);
        }

        return node;
    }
}
