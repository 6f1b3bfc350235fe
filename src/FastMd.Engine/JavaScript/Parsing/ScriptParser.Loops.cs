namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Branches, loops, labels and jumps.</content>
internal sealed partial class ScriptParser
{
    private static readonly Label Loop = new(null, IsLoop: true);
    private static readonly Label SwitchLabel = new(null, IsLoop: false, IsSwitch: true);

    private void ParseIf()
    {
        Next();
        ParseCondition();
        ParseStatement(StatementPlace.Single);
        if (Eat(TokenKind.Else))
        {
            ParseStatement(StatementPlace.Single);
        }
    }

    private void ParseCondition()
    {
        Expect(TokenKind.ParenOpen);
        ParseExpression();
        Expect(TokenKind.ParenClose);
    }

    private void ParseWhile()
    {
        Next();
        ParseCondition();
        ParseLoopBody();
    }

    private void ParseDo()
    {
        Next();
        ParseLoopBody();
        Expect(TokenKind.While);
        ParseCondition();
        Eat(TokenKind.Semicolon);
    }

    private void ParseLoopBody()
    {
        _labels.Add(Loop);
        ParseStatement(StatementPlace.Single);
        _labels.RemoveAt(_labels.Count - 1);
    }

    private void ParseFor()
    {
        Next();
        Resume();
        var awaitAt = MayAwait && IsWord("await") ? Start : -1;
        if (awaitAt >= 0)
        {
            Next();
        }

        Enter(ScopeKinds.Block);
        Expect(TokenKind.ParenOpen);
        if (Kind == TokenKind.Semicolon)
        {
            ParseForConditions(awaitAt);
        }
        else if (Kind is TokenKind.Var or TokenKind.Const || IsLet(StatementPlace.Block))
        {
            ParseForVariables(awaitAt);
        }
        else
        {
            ParseForExpression(awaitAt);
        }

        Expect(TokenKind.ParenClose);
        ParseLoopBody();
        Leave();
    }

    private void ParseForVariables(int awaitAt)
    {
        var start = Start;
        var keyword = Text[Start..End];
        Next();
        var patterns = ParseVariables(keyword, isFor: true, out var hasValue);
        var isIn = Kind == TokenKind.In;
        if (patterns.Count != 1 || !(isIn || IsWord("of")))
        {
            ParseForConditions(awaitAt);
            return;
        }

        if (isIn && awaitAt >= 0)
        {
            Unexpected(awaitAt);
        }

        if (!isIn)
        {
            _fragment.Awaits |= awaitAt >= 0 && _functionDepth == 0;
        }

        if (hasValue)
        {
            Next();
            Fail(start, "The variable of such a loop has no value of its own");
        }

        ParseForSubject(isIn);
    }

    private void ParseForExpression(int awaitAt)
    {
        var cover = new Cover();
        var (start, startsWithLet, isEscaped) = (Start, IsWord("let"), IsEscaped);
        var node = awaitAt >= 0 ? ParseSubscripted(cover, noIn: true) : ParseExpression(noIn: true, cover);
        var isIn = Kind == TokenKind.In;
        if (!isIn && !IsWord("of"))
        {
            RequireValue(cover);
            ParseForConditions(awaitAt);
            return;
        }

        if (isIn && awaitAt >= 0)
        {
            Unexpected(awaitAt);
        }

        if (!isIn && awaitAt < 0 && node.Start == start && !isEscaped && node is { Kind: NodeKind.Identifier, Name: "async" })
        {
            Unexpected();
        }

        if (!isIn && startsWithLet)
        {
            Fail(node.Start, "What such a loop assigns to cannot begin with `let`");
        }

        ToPattern(node, isBinding: false, cover);
        CheckPattern(node, Binding.None);
        ParseForSubject(isIn);
    }

    private void ParseForSubject(bool isIn)
    {
        Next();
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
            Unexpected(awaitAt);
        }

        Expect(TokenKind.Semicolon);
        if (Kind != TokenKind.Semicolon)
        {
            ParseExpression();
        }

        Expect(TokenKind.Semicolon);
        if (Kind != TokenKind.ParenClose)
        {
            ParseExpression();
        }
    }

    private void ParseSwitch()
    {
        Next();
        ParseCondition();
        Expect(TokenKind.BraceOpen);
        _labels.Add(SwitchLabel);
        Enter(ScopeKinds.Block);
        var (hasCase, hasDefault) = (false, false);
        while (Kind != TokenKind.BraceClose)
        {
            if (Eat(TokenKind.Case))
            {
                ParseExpression();
                Expect(TokenKind.Colon);
                hasCase = true;
            }
            else if (Eat(TokenKind.Default))
            {
                if (hasDefault)
                {
                    Fail(LastStart, "There are two defaults");
                }

                Expect(TokenKind.Colon);
                hasCase = hasDefault = true;
            }
            else if (hasCase)
            {
                ParseStatement(StatementPlace.Block);
            }
            else
            {
                Unexpected();
            }
        }

        Leave();
        Next();
        _labels.RemoveAt(_labels.Count - 1);
    }

    private void ParseJump()
    {
        var (start, isBreak) = (Start, Kind == TokenKind.Break);
        Next();
        var name = default(string);
        if (!Eat(TokenKind.Semicolon) && !EndsStatement)
        {
            name = Kind == TokenKind.Name ? ParseIdentifier().Name : null;
            ExpectStatementEnd();
        }

        if (!_labels.Exists(label => name is null ? label.IsLoop || (isBreak && label.IsSwitch) : label.Name == name && (isBreak || label.IsLoop)))
        {
            Fail(start, isBreak ? "There is nothing to break out of" : "There is no loop to continue");
        }
    }

    private void ParseLabeled(Node name, int start)
    {
        if (_labels.Exists(label => label.Name == name.Name))
        {
            Fail(name.Start, $"There is a label `{name.Name}` around this one");
        }

        Resume();
        var isLoop = Kind is TokenKind.For or TokenKind.While or TokenKind.Do;
        for (var i = _labels.Count - 1; i >= 0 && _labels[i].StatementStart == start; i--)
        {
            _labels[i] = _labels[i] with { IsLoop = isLoop, StatementStart = Start };
        }

        _labels.Add(new(name.Name, isLoop, IsSwitch: false, Start));
        ParseStatement(StatementPlace.Single);
        _labels.RemoveAt(_labels.Count - 1);
    }
}
