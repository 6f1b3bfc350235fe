using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>What a statement can be where it stands.</summary>
internal enum StatementPlace
{
    /// <summary>In a list of statements: declarations are allowed.</summary>
    List,

    /// <summary>The only statement of an <c>if</c>, a loop or a label: <c>var</c> is the only declaration.</summary>
    Single,
}

/// <summary>Statements but for loops and declarations; with labels and what jumps to them.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class StatementParser(Grammar grammar)
{
    private static readonly Label SwitchLabel = new(Name: null, IsLoop: false, IsSwitch: true);

    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;
    private readonly ScopeStack _scopes = grammar.Scopes;
    private readonly FunctionContext _context = grammar.Context;

    /// <summary>Parses any statement but an import or export.</summary>
    public void ParseStatement(StatementPlace place)
    {
        _tokens.Resume();
        _nesting.Enter();
        switch (_tokens.Kind)
        {
            case TokenKind.BraceOpen: ParseBlock(ownScope: true); break;
            case TokenKind.Semicolon: _tokens.Next(); break;
            case TokenKind.Var or TokenKind.Const or TokenKind.Function or TokenKind.Class: grammar.Declarations.ParseDeclaration(place); break;
            case TokenKind.If: ParseIf(); break;
            case TokenKind.For: grammar.Iterations.ParseFor(); break;
            case TokenKind.While: grammar.Iterations.ParseWhile(); break;
            case TokenKind.Do: grammar.Iterations.ParseDo(); break;
            case TokenKind.Return: ParseReturn(); break;
            case TokenKind.Throw: ParseThrow(); break;
            case TokenKind.Try: ParseTry(); break;
            case TokenKind.Switch: ParseSwitch(); break;
            case TokenKind.Break or TokenKind.Continue: ParseJump(); break;
            case TokenKind.With: _tokens.Fail(_tokens.Start, "`with` cannot be used in a module"); break;
            case TokenKind.Import when IsImportExpression(): ParseExpressionStatement(); break;
            case TokenKind.Import or TokenKind.Export:
                _tokens.Fail(_tokens.Start, "`import` and `export` stand only outside of everything else");
                break;
            case TokenKind.Debugger:
                _tokens.Next();
                _tokens.ExpectSemicolon();
                break;
            default:
                if (grammar.Declarations.StartsDeclaration(place))
                {
                    grammar.Declarations.ParseDeclaration(place);
                }
                else
                {
                    ParseExpressionStatement();
                }

                break;
        }

        _nesting.Leave();
    }

    /// <summary>Whether the keyword <c>import</c> begins an expression here: <c>import()</c> or <c>import.meta</c>.</summary>
    public bool IsImportExpression() => _tokens.PeekStart(out _) is var next && next < _tokens.Limit && (_tokens.Text[next] is '(' or '.');

    /// <summary>Parses the condition in parentheses of a statement.</summary>
    public void ParseCondition()
    {
        _tokens.Expect(TokenKind.ParenOpen);
        grammar.Expressions.ParseExpression();
        _tokens.Expect(TokenKind.ParenClose);
    }

    private void ParseExpressionStatement()
    {
        var isWord = _tokens.Kind == TokenKind.Name;
        var start = _tokens.Start;
        var node = grammar.Expressions.ParseExpression();
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
            _scopes.Enter(ScopeFlags.Block);
        }

        while (_tokens.Kind != TokenKind.BraceClose)
        {
            ParseStatement(StatementPlace.List);
        }

        _tokens.Next();
        if (ownScope)
        {
            _scopes.Leave();
        }
    }

    private void ParseIf()
    {
        _tokens.Next();
        ParseCondition();
        ParseStatement(StatementPlace.Single);
        if (_tokens.Eat(TokenKind.Else))
        {
            ParseStatement(StatementPlace.Single);
        }
    }

    private void ParseSwitch()
    {
        _tokens.Next();
        ParseCondition();
        _tokens.Expect(TokenKind.BraceOpen);
        _context.Labels.Add(SwitchLabel);
        _scopes.Enter(ScopeFlags.Block);
        var (hasCase, hasDefault) = (false, false);
        while (_tokens.Kind != TokenKind.BraceClose)
        {
            if (_tokens.Eat(TokenKind.Case))
            {
                grammar.Expressions.ParseExpression();
                _tokens.Expect(TokenKind.Colon);
                hasCase = true;
            }
            else if (_tokens.Eat(TokenKind.Default))
            {
                if (hasDefault)
                {
                    _tokens.Fail(_tokens.LastStart, "There are two defaults");
                }

                _tokens.Expect(TokenKind.Colon);
                hasCase = hasDefault = true;
            }
            else if (hasCase)
            {
                ParseStatement(StatementPlace.List);
            }
            else
            {
                _tokens.FailUnexpected();
            }
        }

        _scopes.Leave();
        _tokens.Next();
        _context.Labels.RemoveAt(_context.Labels.Count - 1);
    }

    private void ParseReturn()
    {
        if (!_scopes.AllowsReturn)
        {
            _tokens.Fail(_tokens.Start, "`return` stands only in functions");
        }

        _tokens.Next();
        if (!_tokens.Eat(TokenKind.Semicolon) && !_tokens.CanInsertSemicolon)
        {
            grammar.Expressions.ParseExpression();
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

        grammar.Expressions.ParseExpression();
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
            var pattern = grammar.Patterns.ParseBinding();
            var isName = pattern.Kind == NodeKind.Identifier;
            _scopes.Enter(ScopeFlags.Block);
            grammar.EarlyErrors.CheckPattern(pattern, isName ? BindingKind.SimpleCatch : BindingKind.Lexical);
            _tokens.Expect(TokenKind.ParenClose);
        }
        else
        {
            _scopes.Enter(ScopeFlags.Block);
        }

        ParseBlock(ownScope: false);
        _scopes.Leave();
    }

    private void ParseJump()
    {
        var (start, isBreak) = (_tokens.Start, _tokens.Kind == TokenKind.Break);
        _tokens.Next();
        var name = default(string);
        if (!_tokens.Eat(TokenKind.Semicolon) && !_tokens.CanInsertSemicolon)
        {
            name = _tokens.Kind == TokenKind.Name ? grammar.Identifiers.ParseIdentifier().Name : null;
            _tokens.ExpectSemicolon();
        }

        if (!_context.Labels.Exists(label => name is null ? label.IsLoop || (isBreak && label.IsSwitch) : label.Name == name && (isBreak || label.IsLoop)))
        {
            _tokens.Fail(start, isBreak ? "There is nothing to break out of" : "There is no loop to continue");
        }
    }

    private void ParseLabeled(Node name, int start)
    {
        if (_context.Labels.Exists(label => label.Name == name.Name))
        {
            _tokens.Fail(name.Start, $"There is a label `{name.Name}` around this one");
        }

        _tokens.Resume();
        var isLoop = _tokens.Kind is TokenKind.For or TokenKind.While or TokenKind.Do;
        for (var i = _context.Labels.Count - 1; i >= 0 && _context.Labels[i].StatementStart == start; i--)
        {
            _context.Labels[i] = _context.Labels[i] with { IsLoop = isLoop, StatementStart = _tokens.Start };
        }

        _context.Labels.Add(new(name.Name, isLoop, IsSwitch: false, _tokens.Start));
        ParseStatement(StatementPlace.Single);
        _context.Labels.RemoveAt(_context.Labels.Count - 1);
    }
}
