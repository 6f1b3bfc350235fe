using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>What expressions are made of.</content>
internal sealed partial class ScriptParser
{
    private const string MetaName = "import.meta";

    private Node ParseAtom(Cover? cover, bool noIn, bool isCallee = false)
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
                var items = ParseList(TokenKind.BracketClose, allowHoles: true, cover);
                return new(NodeKind.Array, start, _tokens.LastEnd) { Items = items };
            case TokenKind.BraceOpen:
                return ParseObject(isPattern: false, cover);
            case TokenKind.Function:
                _tokens.Next();
                return ParseFunction(start, FunctionForm.Expression, isAsync: false);
            case TokenKind.Class:
                return ParseClass(isStatement: false, needsName: false);
            case TokenKind.New:
                return ParseNew();
            case TokenKind.BackQuote:
                ParseTemplate(isTagged: false);
                return new(NodeKind.Value, start, _tokens.LastEnd);
            case TokenKind.JsxTagStart:
                return ParseJsx();
            case TokenKind.Import:
                return ParseImportExpression(isCallee);
            case TokenKind.Super:
                return ParseSuper();
            default:
                _tokens.FailUnexpected();
                return null;
        }
    }

    private Node ParseLiteral(NodeKind kind)
    {
        var node = new Node(kind, _tokens.Start, _tokens.End) { Name = kind == NodeKind.StringLiteral ? _tokens.Value : _tokens.Text[_tokens.Start.._tokens.End] };
        _tokens.Next();
        return node;
    }

    private Node ParseName(bool noIn)
    {
        var (start, isEscaped) = (_tokens.Start, _tokens.IsEscaped);
        var mayBeArrow = _arrowMayStartAt == start;
        var name = ParseIdentifier();
        var isAsync = name.Name == "async" && !isEscaped && !_tokens.CanInsertSemicolon;
        if (isAsync && _tokens.Eat(TokenKind.Function))
        {
            return ParseFunction(start, FunctionForm.Expression, isAsync: true);
        }

        if (!mayBeArrow || _tokens.CanInsertSemicolon)
        {
            return name;
        }

        if (_tokens.Eat(TokenKind.Arrow))
        {
            return ParseArrow(start, [name], isAsync: false, noIn);
        }

        if (!isAsync || _tokens.Kind != TokenKind.Name)
        {
            return name;
        }

        name = ParseIdentifier();
        if (_tokens.CanInsertSemicolon || !_tokens.Eat(TokenKind.Arrow))
        {
            _tokens.FailUnexpected();
        }

        return ParseArrow(start, [name], isAsync: true, noIn);
    }

    private Node ParseParentheses(Cover? cover, bool noIn)
    {
        var start = _tokens.Start;
        var node = ParseParenthesesOrArrow(_arrowMayStartAt == start, noIn);
        if (cover is not null)
        {
            if (cover.ParenthesisToAssign < 0 && !node.IsSimpleTarget)
            {
                cover.ParenthesisToAssign = start;
            }

            if (cover.ParenthesisToBind < 0)
            {
                cover.ParenthesisToBind = start;
            }
        }

        return node;
    }

    private Node ParseParenthesesOrArrow(bool mayBeArrow, bool noIn)
    {
        var start = _tokens.Start;
        var (yieldAt, awaitAt) = (_yieldAt, _awaitAt);
        _yieldAt = _awaitAt = 0;
        _tokens.Next();
        var innerStart = _tokens.Start;
        var cover = new Cover();
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
                items.Add(ParseRest());
                RefuseCommaAfterRest();
                break;
            }

            items.Add(ParseAssignment(noIn: false, cover));
        }

        var innerEnd = _tokens.LastEnd;
        _tokens.Expect(TokenKind.ParenClose);
        if (mayBeArrow && !_tokens.CanInsertSemicolon && _tokens.Eat(TokenKind.Arrow))
        {
            RequirePattern(cover, isAssigned: false);
            RefuseYieldAndAwaitInParameters();
            (_yieldAt, _awaitAt) = (yieldAt, awaitAt);
            return ParseArrow(start, items, isAsync: false, noIn);
        }

        if (items.Count == 0 || endsWithComma)
        {
            _tokens.FailUnexpected(_tokens.LastStart);
        }

        if (restAt >= 0)
        {
            _tokens.FailUnexpected(restAt);
        }

        RequireValue(cover);
        _yieldAt = yieldAt != 0 ? yieldAt : _yieldAt;
        _awaitAt = awaitAt != 0 ? awaitAt : _awaitAt;
        var inner = items.Count > 1 ? new(NodeKind.Sequence, innerStart, innerEnd) : items[0]!;
        return new(NodeKind.Parenthesized, start, _tokens.LastEnd) { Inner = inner };
    }

    private Node ParseSuper()
    {
        var start = _tokens.Start;
        if (!MayUseSuper)
        {
            _tokens.Fail(start, "`super` stands only in methods");
        }

        _tokens.Next();
        if (_tokens.Kind == TokenKind.ParenOpen && !MayCallSuper)
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
            var argument = ParseAssignment();
            _fragment.AddImportCall(new(argument.Start, argument.End));
            ParseImportOptions();
            return new(NodeKind.Value, start, _tokens.LastEnd);
        }

        _tokens.Expect(TokenKind.Dot);
        var property = ParseIdentifier(anyWord: true);
        if (property.Name != "meta")
        {
            _tokens.Fail(property.Start, "After `import.` only `meta` can stand");
        }

        return new(NodeKind.Value, start, _tokens.LastEnd) { Name = MetaName };
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

    private void ParseTemplate(bool isTagged)
    {
        Descend();
        _tokens.EnterBrackets();
        while (_tokens.ReadTemplateCharacters(isTagged))
        {
            _tokens.NextInTemplate();
            ParseExpression();
            if (_tokens.Kind != TokenKind.BraceClose)
            {
                _tokens.FailUnexpected();
            }
        }

        _tokens.LeaveBrackets();
        Ascend();
        _tokens.NextAfterTemplate();
    }
}
