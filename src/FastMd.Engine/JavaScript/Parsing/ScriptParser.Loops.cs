using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Branches, loops, labels and jumps.</content>
internal sealed partial class ScriptParser
{
    private static readonly Label Loop = new(null, IsLoop: true);
    private static readonly Label SwitchLabel = new(null, IsLoop: false, IsSwitch: true);

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

    private void ParseCondition()
    {
        _tokens.Expect(TokenKind.ParenOpen);
        ParseExpression();
        _tokens.Expect(TokenKind.ParenClose);
    }

    private void ParseWhile()
    {
        _tokens.Next();
        ParseCondition();
        ParseLoopBody();
    }

    private void ParseDo()
    {
        _tokens.Next();
        ParseLoopBody();
        _tokens.Expect(TokenKind.While);
        ParseCondition();
        _tokens.Eat(TokenKind.Semicolon);
    }

    private void ParseLoopBody()
    {
        _labels.Add(Loop);
        ParseStatement(StatementPlace.Single);
        _labels.RemoveAt(_labels.Count - 1);
    }

    private void ParseFor()
    {
        _tokens.Next();
        _tokens.Resume();
        var awaitAt = MayAwait && _tokens.IsContextual("await") ? _tokens.Start : -1;
        if (awaitAt >= 0)
        {
            _tokens.Next();
        }

        Enter(ScopeKinds.Block);
        _tokens.Expect(TokenKind.ParenOpen);
        if (_tokens.Kind == TokenKind.Semicolon)
        {
            ParseForConditions(awaitAt);
        }
        else if (_tokens.Kind is TokenKind.Var or TokenKind.Const || IsLet(StatementPlace.Block))
        {
            ParseForVariables(awaitAt);
        }
        else
        {
            ParseForExpression(awaitAt);
        }

        _tokens.Expect(TokenKind.ParenClose);
        ParseLoopBody();
        Leave();
    }

    private void ParseForVariables(int awaitAt)
    {
        var start = _tokens.Start;
        var keyword = _tokens.Text[_tokens.Start.._tokens.End];
        _tokens.Next();
        var patterns = ParseVariables(keyword, isFor: true, out var hasValue);
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

        if (!isIn)
        {
            _fragment.Awaits |= awaitAt >= 0 && _functionDepth == 0;
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
        var cover = new Cover();
        var (start, startsWithLet, isEscaped) = (_tokens.Start, _tokens.IsContextual("let"), _tokens.IsEscaped);
        var node = awaitAt >= 0 ? ParseSubscripted(cover, noIn: true) : ParseExpression(noIn: true, cover);
        var isIn = _tokens.Kind == TokenKind.In;
        if (!isIn && !_tokens.IsContextual("of"))
        {
            RequireValue(cover);
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

        if (!isIn && startsWithLet)
        {
            _tokens.Fail(node.Start, "What such a loop assigns to cannot begin with `let`");
        }

        ToPattern(node, isBinding: false, cover);
        CheckPattern(node, Binding.None);
        ParseForSubject(isIn);
    }

    private void ParseForSubject(bool isIn)
    {
        _tokens.Next();
        if (isIn)
        {
            ParseExpression();
        }
        else
        {
            ParseAssignment();
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
            ParseExpression();
        }

        _tokens.Expect(TokenKind.Semicolon);
        if (_tokens.Kind != TokenKind.ParenClose)
        {
            ParseExpression();
        }
    }

    private void ParseSwitch()
    {
        _tokens.Next();
        ParseCondition();
        _tokens.Expect(TokenKind.BraceOpen);
        _labels.Add(SwitchLabel);
        Enter(ScopeKinds.Block);
        var (hasCase, hasDefault) = (false, false);
        while (_tokens.Kind != TokenKind.BraceClose)
        {
            if (_tokens.Eat(TokenKind.Case))
            {
                ParseExpression();
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
                ParseStatement(StatementPlace.Block);
            }
            else
            {
                _tokens.FailUnexpected();
            }
        }

        Leave();
        _tokens.Next();
        _labels.RemoveAt(_labels.Count - 1);
    }

    private void ParseJump()
    {
        var (start, isBreak) = (_tokens.Start, _tokens.Kind == TokenKind.Break);
        _tokens.Next();
        var name = default(string);
        if (!_tokens.Eat(TokenKind.Semicolon) && !_tokens.CanInsertSemicolon)
        {
            name = _tokens.Kind == TokenKind.Name ? ParseIdentifier().Name : null;
            _tokens.ExpectSemicolon();
        }

        if (!_labels.Exists(label => name is null ? label.IsLoop || (isBreak && label.IsSwitch) : label.Name == name && (isBreak || label.IsLoop)))
        {
            _tokens.Fail(start, isBreak ? "There is nothing to break out of" : "There is no loop to continue");
        }
    }

    private void ParseLabeled(Node name, int start)
    {
        if (_labels.Exists(label => label.Name == name.Name))
        {
            _tokens.Fail(name.Start, $"There is a label `{name.Name}` around this one");
        }

        _tokens.Resume();
        var isLoop = _tokens.Kind is TokenKind.For or TokenKind.While or TokenKind.Do;
        for (var i = _labels.Count - 1; i >= 0 && _labels[i].StatementStart == start; i--)
        {
            _labels[i] = _labels[i] with { IsLoop = isLoop, StatementStart = _tokens.Start };
        }

        _labels.Add(new(name.Name, isLoop, IsSwitch: false, _tokens.Start));
        ParseStatement(StatementPlace.Single);
        _labels.RemoveAt(_labels.Count - 1);
    }
}
