namespace FastMd.Engine.JavaScript.Parsing;

/// <content>What expressions are made of.</content>
internal sealed partial class ScriptParser
{
    private const string MetaName = "import.meta";

    private Node ParseAtom(Cover? cover, bool noIn, bool isCallee = false)
    {
        Resume();
        var start = Start;
        var startsWith = Start < Limit ? Text[Start] : '\0';
        if (Kind is TokenKind.Slash or TokenKind.CompoundAssign && startsWith == '/')
        {
            ReadAsRegex();
        }
        else if (Kind is TokenKind.Relation or TokenKind.Shift or TokenKind.CompoundAssign && startsWith == '<'
            && MayStartTag && !(Start + 1 < Limit && Text[Start + 1] == '!'))
        {
            ReadAsTagStart();
        }

        switch (Kind)
        {
            case TokenKind.Name:
                return ParseName(noIn);
            case TokenKind.String:
                return ParseLiteral(NodeKind.StringLiteral);
            case TokenKind.Number:
                return ParseLiteral(NodeKind.NumberLiteral);
            case TokenKind.Regex or TokenKind.This or TokenKind.Null or TokenKind.True or TokenKind.False:
                Next();
                return new(NodeKind.Value, start, LastEnd);
            case TokenKind.ParenOpen:
                return ParseParentheses(cover, noIn);
            case TokenKind.BracketOpen:
                Next();
                var items = ParseList(TokenKind.BracketClose, allowHoles: true, cover);
                return new(NodeKind.Array, start, LastEnd) { Items = items };
            case TokenKind.BraceOpen:
                return ParseObject(isPattern: false, cover);
            case TokenKind.Function:
                Next();
                return ParseFunction(start, FunctionForm.Expression, isAsync: false);
            case TokenKind.Class:
                return ParseClass(isStatement: false, needsName: false);
            case TokenKind.New:
                return ParseNew();
            case TokenKind.BackQuote:
                ParseTemplate(isTagged: false);
                return new(NodeKind.Value, start, LastEnd);
            case TokenKind.JsxTagStart:
                return ParseJsx();
            case TokenKind.Import:
                return ParseImportExpression(isCallee);
            case TokenKind.Super:
                return ParseSuper();
            default:
                Unexpected();
                return null;
        }
    }

    private Node ParseLiteral(NodeKind kind)
    {
        var node = new Node(kind, Start, End) { Name = kind == NodeKind.StringLiteral ? Value : Text[Start..End] };
        Next();
        return node;
    }

    private Node ParseName(bool noIn)
    {
        var (start, isEscaped) = (Start, IsEscaped);
        var mayBeArrow = _arrowMayStartAt == start;
        var name = ParseIdentifier();
        var isAsync = name.Name == "async" && !isEscaped && !EndsStatement;
        if (isAsync && Eat(TokenKind.Function))
        {
            return ParseFunction(start, FunctionForm.Expression, isAsync: true);
        }

        if (!mayBeArrow || EndsStatement)
        {
            return name;
        }

        if (Eat(TokenKind.Arrow))
        {
            return ParseArrow(start, [name], isAsync: false, noIn);
        }

        if (!isAsync || Kind != TokenKind.Name)
        {
            return name;
        }

        name = ParseIdentifier();
        if (EndsStatement || !Eat(TokenKind.Arrow))
        {
            Unexpected();
        }

        return ParseArrow(start, [name], isAsync: true, noIn);
    }

    private Node ParseParentheses(Cover? cover, bool noIn)
    {
        var start = Start;
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
        var start = Start;
        var (yieldAt, awaitAt) = (_yieldAt, _awaitAt);
        _yieldAt = _awaitAt = 0;
        Next();
        var innerStart = Start;
        var cover = new Cover();
        var items = new List<Node?>();
        var restAt = -1;
        var endsWithComma = false;
        while (Kind != TokenKind.ParenClose)
        {
            if (items.Count > 0)
            {
                Expect(TokenKind.Comma);
                if (Kind == TokenKind.ParenClose)
                {
                    endsWithComma = true;
                    break;
                }
            }

            if (Kind == TokenKind.Ellipsis)
            {
                restAt = Start;
                items.Add(ParseRest());
                RefuseCommaAfterRest();
                break;
            }

            items.Add(ParseAssignment(noIn: false, cover));
        }

        var innerEnd = LastEnd;
        Expect(TokenKind.ParenClose);
        if (mayBeArrow && !EndsStatement && Eat(TokenKind.Arrow))
        {
            RequirePattern(cover, isAssigned: false);
            RefuseYieldAndAwaitInParameters();
            (_yieldAt, _awaitAt) = (yieldAt, awaitAt);
            return ParseArrow(start, items, isAsync: false, noIn);
        }

        if (items.Count == 0 || endsWithComma)
        {
            Unexpected(LastStart);
        }

        if (restAt >= 0)
        {
            Unexpected(restAt);
        }

        RequireValue(cover);
        _yieldAt = yieldAt != 0 ? yieldAt : _yieldAt;
        _awaitAt = awaitAt != 0 ? awaitAt : _awaitAt;
        var inner = items.Count > 1 ? new(NodeKind.Sequence, innerStart, innerEnd) : items[0]!;
        return new(NodeKind.Parenthesized, start, LastEnd) { Inner = inner };
    }

    private Node ParseSuper()
    {
        var start = Start;
        if (!MayUseSuper)
        {
            Fail(start, "`super` stands only in methods");
        }

        Next();
        if (Kind == TokenKind.ParenOpen && !MayCallSuper)
        {
            Fail(start, "`super()` is called only in the constructor of a class that extends another");
        }

        if (Kind is not (TokenKind.Dot or TokenKind.BracketOpen or TokenKind.ParenOpen))
        {
            Unexpected();
        }

        return new(NodeKind.Super, start, LastEnd);
    }

    private Node ParseImportExpression(bool isCallee)
    {
        var start = Start;
        Next();
        Resume();
        if (Kind == TokenKind.ParenOpen && !isCallee)
        {
            Next();
            var argument = ParseAssignment();
            _fragment.AddImportCall(new(argument.Start, argument.End));
            ParseImportOptions();
            return new(NodeKind.Value, start, LastEnd);
        }

        Expect(TokenKind.Dot);
        var property = ParseIdentifier(anyWord: true);
        if (property.Name != "meta")
        {
            Fail(property.Start, "After `import.` only `meta` can stand");
        }

        return new(NodeKind.Value, start, LastEnd) { Name = MetaName };
    }

    private void ParseImportOptions()
    {
        // ECMAScript 2024 has no second argument yet.
        var comma = Start;
        if (!Eat(TokenKind.ParenClose))
        {
            if (Eat(TokenKind.Comma) && Eat(TokenKind.ParenClose))
            {
                Fail(comma, "`import()` takes one argument, without a comma after it");
            }

            Unexpected(comma);
        }
    }

    private void ParseTemplate(bool isTagged)
    {
        Descend();
        Open();
        while (ReadTemplateCharacters(isTagged))
        {
            NextInTemplate();
            ParseExpression();
            if (Kind != TokenKind.BraceClose)
            {
                Unexpected();
            }
        }

        Close();
        Ascend();
        NextAfterTemplate();
    }
}
