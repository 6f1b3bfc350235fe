using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Primary expressions: names, literals, templates, parentheses, and what begins with a keyword.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class PrimaryParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;

    /// <summary>Parses a primary expression.</summary>
    /// <param name="cover">Where the errors of a cover grammar are collected.</param>
    /// <param name="noIn">Whether <c>in</c> is no operator in the body of an arrow function.</param>
    /// <param name="isCallee">Whether it is what <c>new</c> constructs, which no <c>import()</c> is.</param>
    public Node ParsePrimary(CoverErrors? cover, bool noIn, bool isCallee = false)
    {
        _tokens.Resume();
        var start = _tokens.Start;
        var startsWith = _tokens.Start < _tokens.Limit ? _tokens.Text[_tokens.Start] : '\0';
        if (_tokens.Kind is TokenKind.Slash or TokenKind.CompoundAssign && startsWith == '/')
        {
            _tokens.RescanAsRegularExpression();
        }
        else if (_tokens.Kind is TokenKind.Relation or TokenKind.Shift or TokenKind.CompoundAssign && startsWith == '<'
            && _tokens.CanStartTag && !(_tokens.Start + 1 < _tokens.Limit && _tokens.Text[_tokens.Start + 1] == '!'))
        {
            _tokens.RescanAsTagStart();
        }

        switch (_tokens.Kind)
        {
            case TokenKind.Name:
                return ParseName(noIn);
            case TokenKind.String:
                return ParseLiteral(NodeKind.StringLiteral);
            case TokenKind.Number:
                return ParseLiteral(NodeKind.NumberLiteral);
            case TokenKind.Regex or TokenKind.This or TokenKind.Null or TokenKind.True or TokenKind.False:
                _tokens.Next();
                return new(NodeKind.Value, start, _tokens.LastEnd);
            case TokenKind.ParenOpen:
                return ParseParentheses(cover, noIn);
            case TokenKind.BracketOpen:
                _tokens.Next();
                var items = grammar.LeftHandSide.ParseList(TokenKind.BracketClose, allowHoles: true, cover);
                return new(NodeKind.Array, start, _tokens.LastEnd) { Items = items };
            case TokenKind.BraceOpen:
                return grammar.Objects.ParseObject(isPattern: false, cover);
            case TokenKind.Function:
                _tokens.Next();
                return grammar.Functions.ParseFunction(start, FunctionForm.Expression, isAsync: false);
            case TokenKind.Class:
                return grammar.Classes.ParseClass(isStatement: false, needsName: false);
            case TokenKind.New:
                return grammar.LeftHandSide.ParseNew();
            case TokenKind.BackQuote:
                ParseTemplate(isTagged: false);
                return new(NodeKind.Value, start, _tokens.LastEnd);
            case TokenKind.JsxTagStart:
                return grammar.Jsx.ParseJsx();
            case TokenKind.Import:
                return ParseImportExpression(isCallee);
            case TokenKind.Super:
                return ParseSuper();
            default:
                _tokens.FailUnexpected();
                return null;
        }
    }

    /// <summary>Parses a string or a number.</summary>
    public Node ParseLiteral(NodeKind kind)
    {
        var value = kind == NodeKind.StringLiteral ? _tokens.Value : _tokens.Text[_tokens.Start.._tokens.End];
        var node = new Node(kind, _tokens.Start, _tokens.End) { Name = value };
        _tokens.Next();
        return node;
    }

    /// <summary>Parses a template from its opening backtick.</summary>
    /// <param name="isTagged">Whether it is tagged, in which escape sequences may be malformed.</param>
    public void ParseTemplate(bool isTagged)
    {
        _nesting.Enter();
        _tokens.EnterBrackets();
        while (_tokens.ReadTemplateCharacters(isTagged))
        {
            _tokens.NextInTemplate();
            grammar.Expressions.ParseExpression();
            if (_tokens.Kind != TokenKind.BraceClose)
            {
                _tokens.FailUnexpected();
            }
        }

        _tokens.LeaveBrackets();
        _nesting.Leave();
        _tokens.NextAfterTemplate();
    }

    private Node ParseName(bool noIn)
    {
        var (start, isEscaped) = (_tokens.Start, _tokens.IsEscaped);
        var mayBeArrow = grammar.Expressions.PotentialArrowAt == start;
        var name = grammar.Identifiers.ParseIdentifier();
        var isAsync = name.Name == "async" && !isEscaped && !_tokens.CanInsertSemicolon;
        if (isAsync && _tokens.Eat(TokenKind.Function))
        {
            return grammar.Functions.ParseFunction(start, FunctionForm.Expression, isAsync: true);
        }

        if (!mayBeArrow || _tokens.CanInsertSemicolon)
        {
            return name;
        }

        if (_tokens.Eat(TokenKind.Arrow))
        {
            return grammar.Functions.ParseArrow(start, [name], isAsync: false, noIn);
        }

        if (!isAsync || _tokens.Kind != TokenKind.Name)
        {
            return name;
        }

        name = grammar.Identifiers.ParseIdentifier();
        if (_tokens.CanInsertSemicolon || !_tokens.Eat(TokenKind.Arrow))
        {
            _tokens.FailUnexpected();
        }

        return grammar.Functions.ParseArrow(start, [name], isAsync: true, noIn);
    }

    private Node ParseParentheses(CoverErrors? cover, bool noIn)
    {
        var start = _tokens.Start;
        var node = ParseParenthesesOrArrow(grammar.Expressions.PotentialArrowAt == start, noIn);
        if (cover is not null)
        {
            if (cover.ParenthesizedAssign < 0 && !node.IsSimpleTarget)
            {
                cover.ParenthesizedAssign = start;
            }

            if (cover.ParenthesizedBind < 0)
            {
                cover.ParenthesizedBind = start;
            }
        }

        return node;
    }

    /// <summary>The cover grammar of parenthesized expressions and of the parameters of arrow functions.</summary>
    private Node ParseParenthesesOrArrow(bool mayBeArrow, bool noIn)
    {
        var start = _tokens.Start;
        var outer = grammar.Context.Positions;
        grammar.Context.Positions = default;
        _tokens.Next();
        var innerStart = _tokens.Start;
        var cover = new CoverErrors();
        var items = new List<Node?>();
        var restAt = -1;
        var endsWithComma = false;
        while (_tokens.Kind != TokenKind.ParenClose)
        {
            if (items.Count > 0)
            {
                _tokens.Expect(TokenKind.Comma);
                if (_tokens.Kind == TokenKind.ParenClose)
                {
                    endsWithComma = true;
                    break;
                }
            }

            if (_tokens.Kind == TokenKind.Ellipsis)
            {
                restAt = _tokens.Start;
                items.Add(grammar.Patterns.ParseRest());
                break;
            }

            items.Add(grammar.Expressions.ParseAssignment(noIn: false, cover));
        }

        var innerEnd = _tokens.LastEnd;
        _tokens.Expect(TokenKind.ParenClose);
        if (mayBeArrow && !_tokens.CanInsertSemicolon && _tokens.Eat(TokenKind.Arrow))
        {
            cover.RequireParameters(_tokens);
            grammar.Context.RefuseYieldAndAwaitInParameters();
            grammar.Context.Positions = outer;
            return grammar.Functions.ParseArrow(start, items, isAsync: false, noIn);
        }

        if (items.Count == 0 || endsWithComma)
        {
            _tokens.FailUnexpected(_tokens.LastStart);
        }

        if (restAt >= 0)
        {
            _tokens.FailUnexpected(restAt);
        }

        cover.RequireExpression(_tokens);
        grammar.Context.Positions = outer.Or(grammar.Context.Positions);
        var inner = items.Count > 1 ? new(NodeKind.Sequence, innerStart, innerEnd) : items[0]!;
        return new(NodeKind.Parenthesized, start, _tokens.LastEnd) { Inner = inner };
    }

    private Node ParseSuper()
    {
        var start = _tokens.Start;
        if (!grammar.Scopes.AllowsSuperProperty)
        {
            _tokens.Fail(start, "`super` stands only in methods");
        }

        _tokens.Next();
        if (_tokens.Kind == TokenKind.ParenOpen && !grammar.Scopes.AllowsSuperCall)
        {
            _tokens.Fail(start, "`super()` is called only in the constructor of a class that extends another");
        }

        if (_tokens.Kind is not (TokenKind.Dot or TokenKind.BracketOpen or TokenKind.ParenOpen))
        {
            _tokens.FailUnexpected();
        }

        return new(NodeKind.Super, start, _tokens.LastEnd);
    }

    private Node ParseImportExpression(bool isCallee)
    {
        var start = _tokens.Start;
        _tokens.Next();
        _tokens.Resume();
        if (_tokens.Kind == TokenKind.ParenOpen && !isCallee)
        {
            _tokens.Next();
            var argument = grammar.Expressions.ParseAssignment();
            grammar.Fragments.Current.AddImportCall(new(argument.Start, argument.End));
            ParseImportOptions();
            return new(NodeKind.Value, start, _tokens.LastEnd);
        }

        _tokens.Expect(TokenKind.Dot);
        var property = grammar.Identifiers.ParseIdentifierName();
        if (property.Name != "meta")
        {
            _tokens.Fail(property.Start, "After `import.` only `meta` can stand");
        }

        return new(NodeKind.ImportMeta, start, _tokens.LastEnd);
    }

    private void ParseImportOptions()
    {
        // ECMAScript 2024 has no second argument yet.
        var comma = _tokens.Start;
        if (!_tokens.Eat(TokenKind.ParenClose))
        {
            if (_tokens.Eat(TokenKind.Comma) && _tokens.Eat(TokenKind.ParenClose))
            {
                _tokens.Fail(comma, "`import()` takes one argument, without a comma after it");
            }

            _tokens.FailUnexpected(comma);
        }
    }
}
