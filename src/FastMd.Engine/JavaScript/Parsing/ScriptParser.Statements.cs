using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Statements.</content>
internal sealed partial class ScriptParser
{
    private List<Label> _labels = [];

    private void ParseStatement(StatementPlace place)
    {
        _tokens.Resume();
        Descend();
        switch (_tokens.Kind)
        {
            case TokenKind.BraceOpen: ParseBlock(ownScope: true); break;
            case TokenKind.Semicolon: _tokens.Next(); break;
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
            case TokenKind.With: _tokens.Fail(_tokens.Start, "`with` cannot be used in a module"); break;
            case TokenKind.Import when IsImportExpression(): ParseExpressionStatement(place); break;
            case TokenKind.Import or TokenKind.Export: ParseModuleItem(place); break;
            case TokenKind.Debugger:
                _tokens.Next();
                _tokens.ExpectSemicolon();
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
            _tokens.Next();
            ParseFunctionStatement(place, isAsync: true);
        }
        else
        {
            ParseExpressionStatement(place);
        }
    }

    private void ParseExpressionStatement(StatementPlace place)
    {
        var isWord = _tokens.Kind == TokenKind.Name;
        var start = _tokens.Start;
        var node = ParseExpression();
        if (isWord && node.Kind == NodeKind.Identifier && _tokens.Eat(TokenKind.Colon))
        {
            ParseLabeled(node, start);
        }
        else
        {
            _tokens.ExpectSemicolon();
        }
    }

    private void ParseBlock(bool ownScope)
    {
        _tokens.Expect(TokenKind.BraceOpen);
        if (ownScope)
        {
            Enter(ScopeKinds.Block);
        }

        while (_tokens.Kind != TokenKind.BraceClose)
        {
            ParseStatement(StatementPlace.Block);
        }

        _tokens.Next();
        if (ownScope)
        {
            Leave();
        }
    }

    private void ParseFunctionStatement(StatementPlace place, bool isAsync)
    {
        if (place == StatementPlace.Single)
        {
            _tokens.FailUnexpected(isAsync ? _tokens.LastStart : _tokens.Start);
        }

        var start = _tokens.Start;
        _tokens.Next();
        _declared = [ParseFunction(start, FunctionForm.Statement, isAsync)];
    }

    private void ParseClassStatement(StatementPlace place)
    {
        if (place == StatementPlace.Single)
        {
            _tokens.FailUnexpected();
        }

        _declared = [ParseClass(isStatement: true, needsName: true)];
    }

    private void ParseVariableStatement(string keyword, StatementPlace place = StatementPlace.Block)
    {
        if (place == StatementPlace.Single)
        {
            _tokens.FailUnexpected();
        }

        _tokens.Next();
        var patterns = ParseVariables(keyword, isFor: false, out _);
        _tokens.ExpectSemicolon();
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
                _tokens.Resume();
            }

            hasValue = _tokens.Eat(TokenKind.Assign);
            if (hasValue)
            {
                ParseAssignment(isFor);
            }
            else if (keyword == "const" && !(_tokens.Kind == TokenKind.In || _tokens.IsContextual("of")))
            {
                _tokens.FailUnexpected();
            }
            else if (pattern.Kind != NodeKind.Identifier && !(isFor && (_tokens.Kind == TokenKind.In || _tokens.IsContextual("of"))))
            {
                _tokens.Fail(_tokens.LastEnd, "A pattern needs a value: add `=` and the value");
            }

            patterns.Add(pattern);
        }
        while (_tokens.Eat(TokenKind.Comma));

        return patterns;
    }

    private void ParseReturn()
    {
        if (!MayReturn)
        {
            _tokens.Fail(_tokens.Start, "`return` stands only in functions");
        }

        _tokens.Next();
        if (!_tokens.Eat(TokenKind.Semicolon) && !_tokens.CanInsertSemicolon)
        {
            ParseExpression();
            _tokens.ExpectSemicolon();
        }
    }

    private void ParseThrow()
    {
        _tokens.Next();
        if (_tokens.NewlineBefore)
        {
            _tokens.Fail(_tokens.LastEnd, "What is thrown must begin on the line of `throw`");
        }

        ParseExpression();
        _tokens.ExpectSemicolon();
    }

    private void ParseTry()
    {
        var start = _tokens.Start;
        _tokens.Next();
        ParseBlock(ownScope: true);
        var hasHandler = _tokens.Eat(TokenKind.Catch);
        if (hasHandler)
        {
            ParseCatch();
        }

        if (_tokens.Eat(TokenKind.Finally))
        {
            ParseBlock(ownScope: true);
        }
        else if (!hasHandler)
        {
            _tokens.Fail(start, "`try` needs a `catch` or a `finally`");
        }
    }

    private void ParseCatch()
    {
        _tokens.Resume();
        if (_tokens.Eat(TokenKind.ParenOpen))
        {
            var pattern = ParseBinding();
            var isName = pattern.Kind == NodeKind.Identifier;
            Enter(isName ? ScopeKinds.SimpleCatch : ScopeKinds.Block);
            CheckPattern(pattern, isName ? Binding.SimpleCatch : Binding.Lexical);
            _tokens.Expect(TokenKind.ParenClose);
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
        if (!_tokens.IsContextual("let"))
        {
            return false;
        }

        var next = _tokens.PeekStart(out _);
        if (next >= _tokens.Limit || _tokens.Text[next] is '[' or '\\')
        {
            return next < _tokens.Limit;
        }

        return place != StatementPlace.Single && (_tokens.Text[next] == '{' || (Identifiers.IsStart(Identifiers.CodePointAt(_tokens.Text, next, _tokens.Limit)) && _tokens.PeekWord(next) is not ("in" or "instanceof")));
    }

    private bool IsAsyncFunction() => _tokens.IsContextual("async") && _tokens.PeekStart(out var newline) is var next && !newline && _tokens.PeekWord(next) is "function";

    private bool IsImportExpression() => _tokens.PeekStart(out _) is var next && next < _tokens.Limit && (_tokens.Text[next] is '(' or '.');
}
