namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Statements.</content>
internal sealed partial class ScriptParser
{
    private List<Label> _labels = [];

    private void ParseStatement(StatementPlace place)
    {
        Resume();
        Descend();
        switch (Kind)
        {
            case TokenKind.BraceOpen: ParseBlock(ownScope: true); break;
            case TokenKind.Semicolon: Next(); break;
            case TokenKind.Var: ParseVariableStatement("var"); break;
            case TokenKind.Const: ParseVariableStatement("const", place); break;
            case TokenKind.Function: ParseFunctionStatement(place, isAsync: false); break;
            case TokenKind.Class: ParseClassStatement(place); break;
            case TokenKind.If: ParseIf(); break;
            case TokenKind.For: ParseFor(); break;
            case TokenKind.While: ParseWhile(); break;
            case TokenKind.Do: ParseDo(); break;
            case TokenKind.Return: ParseReturn(); break;
            case TokenKind.Throw: ParseThrow(); break;
            case TokenKind.Try: ParseTry(); break;
            case TokenKind.Switch: ParseSwitch(); break;
            case TokenKind.Break or TokenKind.Continue: ParseJump(); break;
            case TokenKind.With: Fail(Start, "`with` cannot be used in a module"); break;
            case TokenKind.Import when IsImportExpression(): ParseExpressionStatement(place); break;
            case TokenKind.Import or TokenKind.Export: ParseModuleItem(place); break;
            case TokenKind.Debugger:
                Next();
                ExpectStatementEnd();
                break;
            default:
                ParseWordStatement(place);
                break;
        }

        Ascend();
    }

    private void ParseWordStatement(StatementPlace place)
    {
        if (IsLet(place))
        {
            ParseVariableStatement("let", place);
        }
        else if (IsAsyncFunction())
        {
            Next();
            ParseFunctionStatement(place, isAsync: true);
        }
        else
        {
            ParseExpressionStatement(place);
        }
    }

    private void ParseExpressionStatement(StatementPlace place)
    {
        var isWord = Kind == TokenKind.Name;
        var start = Start;
        var node = ParseExpression();
        if (isWord && node.Kind == NodeKind.Identifier && Eat(TokenKind.Colon))
        {
            ParseLabeled(node, start);
        }
        else
        {
            ExpectStatementEnd();
        }
    }

    private void ParseBlock(bool ownScope)
    {
        Expect(TokenKind.BraceOpen);
        if (ownScope)
        {
            Enter(ScopeKinds.Block);
        }

        while (Kind != TokenKind.BraceClose)
        {
            ParseStatement(StatementPlace.Block);
        }

        Next();
        if (ownScope)
        {
            Leave();
        }
    }

    private void ParseFunctionStatement(StatementPlace place, bool isAsync)
    {
        if (place == StatementPlace.Single)
        {
            Unexpected(isAsync ? LastStart : Start);
        }

        var start = Start;
        Next();
        _declared = [ParseFunction(start, FunctionForm.Statement, isAsync)];
    }

    private void ParseClassStatement(StatementPlace place)
    {
        if (place == StatementPlace.Single)
        {
            Unexpected();
        }

        _declared = [ParseClass(isStatement: true, needsName: true)];
    }

    private void ParseVariableStatement(string keyword, StatementPlace place = StatementPlace.Block)
    {
        if (place == StatementPlace.Single)
        {
            Unexpected();
        }

        Next();
        var patterns = ParseVariables(keyword, isFor: false, out _);
        ExpectStatementEnd();
        if (_functionDepth == 0)
        {
            _declared = [];
            patterns.ForEach(pattern => pattern.AddNamesTo(_declared));
        }
    }

    /// <summary>Reads the variables of a declaration; returns what they are declared by.</summary>
    private List<Node> ParseVariables(string keyword, bool isFor, out bool hasValue)
    {
        var patterns = new List<Node>();
        hasValue = false;
        do
        {
            var pattern = ParseBinding();
            CheckPattern(pattern, keyword == "var" ? Binding.Var : Binding.Lexical);
            if (keyword == "const" || pattern.Kind != NodeKind.Identifier)
            {
                Resume();
            }

            hasValue = Eat(TokenKind.Assign);
            if (hasValue)
            {
                ParseAssignment(isFor);
            }
            else if (keyword == "const" && !(Kind == TokenKind.In || IsWord("of")))
            {
                Unexpected();
            }
            else if (pattern.Kind != NodeKind.Identifier && !(isFor && (Kind == TokenKind.In || IsWord("of"))))
            {
                Fail(LastEnd, "A pattern needs a value: add `=` and the value");
            }

            patterns.Add(pattern);
        }
        while (Eat(TokenKind.Comma));

        return patterns;
    }

    private void ParseReturn()
    {
        if (!MayReturn)
        {
            Fail(Start, "`return` stands only in functions");
        }

        Next();
        if (!Eat(TokenKind.Semicolon) && !EndsStatement)
        {
            ParseExpression();
            ExpectStatementEnd();
        }
    }

    private void ParseThrow()
    {
        Next();
        if (NewlineBefore)
        {
            Fail(LastEnd, "What is thrown must begin on the line of `throw`");
        }

        ParseExpression();
        ExpectStatementEnd();
    }

    private void ParseTry()
    {
        var start = Start;
        Next();
        ParseBlock(ownScope: true);
        var hasHandler = Eat(TokenKind.Catch);
        if (hasHandler)
        {
            ParseCatch();
        }

        if (Eat(TokenKind.Finally))
        {
            ParseBlock(ownScope: true);
        }
        else if (!hasHandler)
        {
            Fail(start, "`try` needs a `catch` or a `finally`");
        }
    }

    private void ParseCatch()
    {
        Resume();
        if (Eat(TokenKind.ParenOpen))
        {
            var pattern = ParseBinding();
            var isName = pattern.Kind == NodeKind.Identifier;
            Enter(isName ? ScopeKinds.SimpleCatch : ScopeKinds.Block);
            CheckPattern(pattern, isName ? Binding.SimpleCatch : Binding.Lexical);
            Expect(TokenKind.ParenClose);
        }
        else
        {
            Enter(ScopeKinds.Block);
        }

        ParseBlock(ownScope: false);
        Leave();
    }

    /// <summary>Whether <c>let</c> begins a declaration here, and is no name.</summary>
    private bool IsLet(StatementPlace place)
    {
        if (!IsWord("let"))
        {
            return false;
        }

        var next = PeekToken(out _);
        if (next >= Limit || Text[next] is '[' or '\\')
        {
            return next < Limit;
        }

        return place != StatementPlace.Single && (Text[next] == '{' || (Identifiers.IsStart(Identifiers.CodePointAt(Text, next, Limit)) && PeekWord(next) is not ("in" or "instanceof")));
    }

    private bool IsAsyncFunction() => IsWord("async") && PeekToken(out var newline) is var next && !newline && PeekWord(next) == "function";

    private bool IsImportExpression() => PeekToken(out _) is var next && next < Limit && (Text[next] is '(' or '.');

    private string PeekWord(int offset)
    {
        var wordEnd = offset;
        while (wordEnd < Limit && wordEnd - offset < 12 && Identifiers.IsPart(Text[wordEnd]))
        {
            wordEnd++;
        }

        return Text[offset..wordEnd];
    }
}
