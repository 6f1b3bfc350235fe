using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Patterns: what is declared or assigned to, read as such or found to be such later.</content>
internal sealed partial class ScriptParser
{
    private Node ParseBinding()
    {
        _tokens.Resume();
        if (_tokens.Kind == TokenKind.BraceOpen)
        {
            return ParseObject(isPattern: true, cover: null);
        }

        if (_tokens.Kind != TokenKind.BracketOpen)
        {
            return ParseIdentifier();
        }

        Descend();
        var start = _tokens.Start;
        _tokens.Next();
        var items = ParseBindings(TokenKind.BracketClose, allowHoles: true);
        Ascend();
        return new(NodeKind.ArrayPattern, start, _tokens.LastEnd) { Items = items };
    }

    /// <summary>Reads patterns up to a closing token, from after the opening one.</summary>
    private List<Node?> ParseBindings(TokenKind close, bool allowHoles)
    {
        var items = new List<Node?>();
        while (!_tokens.Eat(close))
        {
            if (items.Count > 0)
            {
                _tokens.Expect(TokenKind.Comma);
            }

            if (allowHoles && _tokens.Kind == TokenKind.Comma)
            {
                items.Add(null);
            }
            else if (items.Count > 0 && _tokens.Eat(close))
            {
                break;
            }
            else if (_tokens.Kind == TokenKind.Ellipsis)
            {
                items.Add(ParseRest());
                RefuseCommaAfterRest();
                _tokens.Expect(close);
                break;
            }
            else
            {
                items.Add(ParseBindingWithDefault());
            }
        }

        return items;
    }

    private Node ParseRest()
    {
        var start = _tokens.Start;
        _tokens.Next();
        var inner = ParseBinding();
        return new(NodeKind.Rest, start, _tokens.LastEnd) { Inner = inner };
    }

    private void RefuseCommaAfterRest()
    {
        if (_tokens.Kind == TokenKind.Comma)
        {
            _tokens.Fail(_tokens.Start, "No comma can follow the rest");
        }
    }

    private Node ParseBindingWithDefault() => WithDefault(ParseBinding());

    private Node WithDefault(Node pattern)
    {
        if (!_tokens.Eat(TokenKind.Assign))
        {
            return pattern;
        }

        ParseAssignment();
        return new(NodeKind.DefaultPattern, pattern.Start, _tokens.LastEnd) { Inner = pattern };
    }

    private void RequirePattern(Cover? cover, bool isAssigned)
    {
        if (cover is null)
        {
            return;
        }

        if (cover.CommaAfterSpread >= 0)
        {
            _tokens.Fail(cover.CommaAfterSpread, "No comma can follow the rest");
        }

        var parenthesis = isAssigned ? cover.ParenthesisToAssign : cover.ParenthesisToBind;
        if (parenthesis >= 0)
        {
            _tokens.Fail(parenthesis, isAssigned ? "This cannot be assigned to" : "A parameter cannot stand in parentheses of its own");
        }
    }

    /// <summary>Takes what was read as a value for the pattern it turned out to be.</summary>
    private void ToPattern(Node? node, bool isBinding, Cover? cover)
    {
        switch (node?.Kind)
        {
            case null or NodeKind.ObjectPattern or NodeKind.ArrayPattern or NodeKind.DefaultPattern or NodeKind.Rest:
            case NodeKind.Member when !isBinding:
                break;
            case NodeKind.Identifier:
                if (node.Name == "await" && InAsync)
                {
                    _tokens.Fail(node.Start, "`await` is no name in an async function");
                }

                break;
            case NodeKind.Object:
                node.Kind = NodeKind.ObjectPattern;
                RequirePattern(cover, isAssigned: true);
                PropertiesToPatterns(node.Items!, isBinding);
                break;
            case NodeKind.Array:
                node.Kind = NodeKind.ArrayPattern;
                RequirePattern(cover, isAssigned: true);
                foreach (var item in node.Items!)
                {
                    ToPattern(item, isBinding, cover: null);
                }

                break;
            case NodeKind.Property:
                if (node.Flag)
                {
                    _tokens.Fail(node.KeyStart, "A pattern has no getters and setters");
                }

                ToPattern(node.Inner, isBinding, cover: null);
                break;
            case NodeKind.Spread:
                node.Kind = NodeKind.Rest;
                ToPattern(node.Inner, isBinding, cover: null);
                if (node.Inner!.Kind == NodeKind.DefaultPattern)
                {
                    _tokens.Fail(node.Inner.Start, "The rest has no default");
                }

                break;
            case NodeKind.Assignment:
                if (node.Flag)
                {
                    _tokens.Fail(node.Inner!.End, "A default is given by `=`");
                }

                node.Kind = NodeKind.DefaultPattern;
                ToPattern(node.Inner, isBinding, cover: null);
                break;
            case NodeKind.Parenthesized:
                ToPattern(node.Inner, isBinding, cover);
                break;
            default:
                _tokens.Fail(node.Start, "This cannot be assigned to");
                break;
        }
    }

    private void PropertiesToPatterns(List<Node?> properties, bool isBinding)
    {
        foreach (var property in properties)
        {
            ToPattern(property, isBinding, cover: null);
            if (property is { Kind: NodeKind.Rest, Inner.Kind: NodeKind.ArrayPattern or NodeKind.ObjectPattern })
            {
                _tokens.FailUnexpected(property.Inner.Start);
            }
        }
    }

    private void CheckPattern(Node node, Binding binding, HashSet<string>? names = null)
    {
        if (node.Kind is not (NodeKind.ObjectPattern or NodeKind.ArrayPattern))
        {
            CheckTarget(node, binding, names);
            return;
        }

        foreach (var item in node.Items!)
        {
            if (item is not null)
            {
                CheckInnerPattern(item, binding, names);
            }
        }
    }

    private void CheckInnerPattern(Node node, Binding binding, HashSet<string>? names)
    {
        switch (node.Kind)
        {
            case NodeKind.Property:
                CheckInnerPattern(node.Inner!, binding, names);
                break;
            case NodeKind.DefaultPattern or NodeKind.Rest:
                CheckPattern(node.Inner!, binding, names);
                break;
            default:
                CheckPattern(node, binding, names);
                break;
        }
    }

    /// <summary>Makes sure that something can be assigned to, or declares it.</summary>
    private void CheckTarget(Node node, Binding binding, HashSet<string>? names = null)
    {
        switch (node.Kind)
        {
            case NodeKind.Identifier:
                CheckName(node.Name!, node.Start, binding, names);
                break;
            case NodeKind.Member when binding == Binding.None:
                break;
            case NodeKind.Parenthesized when binding == Binding.None:
                CheckTarget(node.Inner!, binding, names);
                break;
            default:
                _tokens.Fail(node.Start, binding == Binding.None ? "This cannot be assigned to" : "This cannot be declared");
                break;
        }
    }

    private void CheckName(string name, int offset, Binding binding, HashSet<string>? names)
    {
        if (name is "eval" or "arguments" || (binding == Binding.Lexical && name == "let"))
        {
            _tokens.Fail(offset, $"`{name}` cannot be assigned to or declared");
        }

        if (binding == Binding.None)
        {
            return;
        }

        if (names?.Add(name) == false)
        {
            _tokens.Fail(offset, $"There are two parameters `{name}`");
        }

        if (binding != Binding.Outside)
        {
            Declare(name, binding, offset);
        }
    }

    /// <summary>Reads a name, or with <paramref name="anyWord"/> also what cannot be one where it would stand for something.</summary>
    private Node ParseIdentifier(bool anyWord = false)
    {
        _tokens.Resume();
        if (_tokens.Kind != TokenKind.Name && !_tokens.Kind.IsKeyword())
        {
            _tokens.FailUnexpected();
        }

        var name = _tokens.Kind == TokenKind.Name || _tokens.IsEscaped ? _tokens.Value : _tokens.Text[_tokens.Start.._tokens.End];
        var (node, isKeyword) = (new Node(NodeKind.Identifier, _tokens.Start, _tokens.End) { Name = name }, _tokens.Kind.IsKeyword());
        if (isKeyword && !anyWord)
        {
            _tokens.Fail(_tokens.Start, $"`{name}` is a word of JavaScript, not a name");
        }

        _tokens.NextAfterName();
        if (!anyWord)
        {
            CheckReserved(name, node.Start);
            if (name == "await" && _awaitNameAt == 0)
            {
                _awaitNameAt = node.Start;
            }
        }

        return node;
    }

    private void CheckReserved(string name, int offset)
    {
        if (name == "arguments")
        {
            if (InStaticBlock || !ThisScope.Is(ScopeKinds.Var))
            {
                _tokens.Fail(offset, "`arguments` stands only in functions");
            }
        }
        else if (name is "enum" or "await" or "yield" or "let" or "static" or "implements" or "interface" or "package" or "private" or "protected" or "public"
            || TokenKinds.OfWord(name) != TokenKind.Name)
        {
            _tokens.Fail(offset, $"`{name}` is reserved and cannot be a name");
        }
    }
}
