using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Classes.</content>
internal sealed partial class ScriptParser
{
    private readonly Stack<PrivateNames> _privateNames = new();

    private Node ParseClass(bool isStatement, bool needsName)
    {
        Descend();
        var start = _tokens.Start;
        _tokens.Next();
        _tokens.Resume();
        Node? name = null;
        if (_tokens.Kind == TokenKind.Name)
        {
            name = ParseIdentifier();
            if (isStatement)
            {
                CheckTarget(name, Binding.Lexical);
            }
        }
        else if (needsName)
        {
            _tokens.FailUnexpected();
        }

        _tokens.Resume();
        var extends = _tokens.Eat(TokenKind.Extends);
        if (extends)
        {
            ParseSubscripted(cover: null, noIn: false);
        }

        ParseClassBody(extends);
        Ascend();
        return new(NodeKind.Value, start, _tokens.LastEnd) { Name = name?.Name, KeyStart = name?.Start ?? start };
    }

    private void ParseClassBody(bool extends)
    {
        _privateNames.Push(new());
        _tokens.Expect(TokenKind.BraceOpen);
        var hasConstructor = false;
        while (_tokens.Kind != TokenKind.BraceClose)
        {
            if (!_tokens.Eat(TokenKind.Semicolon))
            {
                ParseClassElement(extends, ref hasConstructor);
            }
        }

        _tokens.Next();
        var names = _privateNames.Pop();
        foreach (var (name, offset) in names.Used)
        {
            if (names.IsDeclared(name))
            {
                continue;
            }

            if (!_privateNames.TryPeek(out var outer))
            {
                _tokens.Fail(offset, $"`#{name}` is declared in no class around it");
            }

            outer.Used.Add((name, offset));
        }
    }

    private void ParseClassElement(bool extends, ref bool hasConstructor)
    {
        var start = _tokens.Start;
        var modifier = default(Node);
        var isStatic = _tokens.IsContextual("static");
        if (isStatic)
        {
            modifier = ParseIdentifier(anyWord: true);
            if (_tokens.Kind == TokenKind.BraceOpen)
            {
                ParseStaticBlock();
                return;
            }

            isStatic = StartsClassKey || _tokens.Kind == TokenKind.Star;
            modifier = isStatic ? null : modifier;
        }

        var (isAsync, isGenerator, accessor) = (false, false, default(string));
        if (modifier is null && _tokens.IsContextual("async"))
        {
            modifier = ParseIdentifier(anyWord: true);
            isAsync = (StartsClassKey || _tokens.Kind == TokenKind.Star) && !_tokens.CanInsertSemicolon;
            modifier = isAsync ? null : modifier;
        }

        if (modifier is null && _tokens.Eat(TokenKind.Star))
        {
            isGenerator = true;
        }

        if (modifier is null && !isAsync && !isGenerator && (_tokens.IsContextual("get") || _tokens.IsContextual("set")))
        {
            modifier = ParseIdentifier(anyWord: true);
            accessor = StartsClassKey ? modifier.Name : null;
            modifier = accessor is null ? modifier : null;
        }

        var isComputed = false;
        var key = modifier ?? ParseClassKey(out isComputed);
        var name = isComputed || key.Kind is not (NodeKind.Identifier or NodeKind.StringLiteral) ? null : key.Name;
        if (_tokens.Kind == TokenKind.ParenOpen || accessor is not null || isGenerator || isAsync)
        {
            ParseClassMethod(start, key, name, isStatic, isAsync, isGenerator, accessor, extends, ref hasConstructor);
        }
        else
        {
            ParseField(key, name, isStatic);
        }

        if (key.Kind == NodeKind.PrivateName && !_privateNames.Peek().Declare(key.Name!, accessor, isStatic))
        {
            _tokens.Fail(key.Start, $"`#{key.Name}` is declared already");
        }
    }

    private void ParseClassMethod(
        int start, Node key, string? name, bool isStatic, bool isAsync, bool isGenerator, string? accessor, bool extends, ref bool hasConstructor)
    {
        var isConstructor = !isStatic && name == "constructor";
        if (isConstructor && (accessor is not null || isGenerator || isAsync))
        {
            _tokens.Fail(key.Start, "A constructor is a plain method");
        }

        if (isStatic && name == "prototype")
        {
            _tokens.Fail(key.Start, "A static member cannot be named `prototype`");
        }

        var methodStart = _tokens.Start;
        var parameters = ParseMethod(isAsync, isGenerator, isConstructor && extends);
        if (accessor is not null)
        {
            CheckAccessor(accessor == "get", methodStart, parameters);
        }

        if (isConstructor && hasConstructor)
        {
            _tokens.Fail(start, "The class has two constructors");
        }

        hasConstructor |= isConstructor;
    }

    private void ParseField(Node key, string? name, bool isStatic)
    {
        if (name == "constructor" || (isStatic && name == "prototype"))
        {
            _tokens.Fail(key.Start, $"A field cannot be named `{name}`");
        }

        if (_tokens.Eat(TokenKind.Assign))
        {
            Enter(ScopeKinds.FieldValue | ScopeKinds.Super);
            ParseAssignment();
            Leave();
        }

        _tokens.ExpectSemicolon();
    }

    private void ParseStaticBlock()
    {
        _tokens.Next();
        var labels = _labels;
        _labels = [];
        Enter(ScopeKinds.StaticBlock | ScopeKinds.Super);
        while (_tokens.Kind != TokenKind.BraceClose)
        {
            ParseStatement(StatementPlace.Block);
        }

        _tokens.Next();
        Leave();
        _labels = labels;
    }

    private Node ParseClassKey(out bool isComputed)
    {
        isComputed = false;
        if (_tokens.Kind != TokenKind.PrivateName)
        {
            return ParseKey(out isComputed);
        }

        if (_tokens.Value == "constructor")
        {
            _tokens.Fail(_tokens.Start, "A class has no `#constructor`");
        }

        return ParsePrivateName();
    }

    private Node ParsePrivateName()
    {
        var node = new Node(NodeKind.PrivateName, _tokens.Start, _tokens.End) { Name = _tokens.Value };
        _tokens.Next();
        if (!_privateNames.TryPeek(out var names))
        {
            _tokens.Fail(node.Start, $"`#{node.Name}` is declared in no class around it");
        }

        names.Used.Add((node.Name!, node.Start));
        return node;
    }

    private bool StartsClassKey => StartsKey || _tokens.Kind == TokenKind.PrivateName;
}
