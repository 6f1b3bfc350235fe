using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Iteration statements: <c>while</c>, <c>do</c> and the forms of <c>for</c>.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class IterationParser(Grammar grammar)
{
    private static readonly Label Loop = new(Name: null, IsLoop: true);

    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly ScopeStack _scopes = grammar.Scopes;
    private readonly FunctionContext _context = grammar.Context;

    public void ParseWhile()
    {
        _tokens.Next();
        grammar.Statements.ParseCondition();
        ParseLoopBody();
    }

    public void ParseDo()
    {
        _tokens.Next();
        ParseLoopBody();
        _tokens.Expect(TokenKind.While);
        grammar.Statements.ParseCondition();
        _tokens.Eat(TokenKind.Semicolon);
    }

    public void ParseFor()
    {
        _tokens.Next();
        _tokens.Resume();
        var awaitAt = _scopes.AllowsAwait && _tokens.IsContextual("await") ? _tokens.Start : -1;
        if (awaitAt >= 0)
        {
            _tokens.Next();
        }

        _scopes.Enter(ScopeFlags.Block);
        _tokens.Expect(TokenKind.ParenOpen);
        if (_tokens.Kind == TokenKind.Semicolon)
        {
            ParseForConditions(awaitAt);
        }
        else if (_tokens.Kind is TokenKind.Var or TokenKind.Const || grammar.Declarations.IsLet(StatementPlace.List))
        {
            ParseForVariables(awaitAt);
        }
        else
        {
            ParseForExpression(awaitAt);
        }

        _tokens.Expect(TokenKind.ParenClose);
        ParseLoopBody();
        _scopes.Leave();
    }

    private void ParseForVariables(int awaitAt)
    {
        var start = _tokens.Start;
        var keyword = _tokens.Kind;
        _tokens.Next();
        var patterns = grammar.Declarations.ParseVariables(keyword, isFor: true, out var hasValue);
        var isIn = _tokens.Kind == TokenKind.In;
        if (patterns.Count != 1 || !(isIn || _tokens.IsContextual("of")))
        {
            ParseForConditions(awaitAt);
            return;
        }

        if (isIn && awaitAt >= 0)
        {
            _tokens.FailUnexpected(awaitAt);
        }

        if (!isIn && awaitAt >= 0 && _context.IsTopLevel)
        {
            grammar.Fragments.Current.Awaits = true;
        }

        if (hasValue)
        {
            _tokens.Next();
            _tokens.Fail(start, "The variable of such a loop has no value of its own");
        }

        ParseForSubject(isIn);
    }

    private void ParseForExpression(int awaitAt)
    {
        var cover = new CoverErrors();
        var (start, isEscaped) = (_tokens.Start, _tokens.IsEscaped);
        var node = awaitAt >= 0 ? grammar.LeftHandSide.ParseLeftHandSide(cover, noIn: true) : grammar.Expressions.ParseExpression(noIn: true, cover);
        var isIn = _tokens.Kind == TokenKind.In;
        if (!isIn && !_tokens.IsContextual("of"))
        {
            cover.RequireExpression(_tokens);
            ParseForConditions(awaitAt);
            return;
        }

        if (isIn && awaitAt >= 0)
        {
            _tokens.FailUnexpected(awaitAt);
        }

        if (!isIn && awaitAt < 0 && node.Start == start && !isEscaped && node is { Kind: NodeKind.Identifier, Name: "async" })
        {
            _tokens.FailUnexpected();
        }

        grammar.Cover.ToPattern(node, isBinding: false, cover);
        grammar.EarlyErrors.CheckPattern(node, BindingKind.None);
        ParseForSubject(isIn);
    }

    private void ParseForSubject(bool isIn)
    {
        _tokens.Next();
        if (isIn)
        {
            grammar.Expressions.ParseExpression();
        }
        else
        {
            grammar.Expressions.ParseAssignment();
        }
    }

    private void ParseForConditions(int awaitAt)
    {
        if (awaitAt >= 0)
        {
            _tokens.FailUnexpected(awaitAt);
        }

        _tokens.Expect(TokenKind.Semicolon);
        if (_tokens.Kind != TokenKind.Semicolon)
        {
            grammar.Expressions.ParseExpression();
        }

        _tokens.Expect(TokenKind.Semicolon);
        if (_tokens.Kind != TokenKind.ParenClose)
        {
            grammar.Expressions.ParseExpression();
        }
    }

    private void ParseLoopBody()
    {
        _context.Labels.Add(Loop);
        grammar.Statements.ParseStatement(StatementPlace.Single);
        _context.Labels.RemoveAt(_context.Labels.Count - 1);
    }
}
