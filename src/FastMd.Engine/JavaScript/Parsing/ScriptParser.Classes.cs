namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Classes.</content>
internal sealed partial class ScriptParser
{
    private readonly Stack<PrivateNames> _privateNames = new();

    private Node ParseClass(bool isStatement, bool needsName)
    {
        Descend();
        var start = Start;
        Next();
        Resume();
        Node? name = null;
        if (Kind == TokenKind.Name)
        {
            name = ParseIdentifier();
            if (isStatement)
            {
                CheckTarget(name, Binding.Lexical);
            }
        }
        else if (needsName)
        {
            Unexpected();
        }

        Resume();
        var extends = Eat(TokenKind.Extends);
        if (extends)
        {
            ParseSubscripted(cover: null, noIn: false);
        }

        ParseClassBody(extends);
        Ascend();
        return new(NodeKind.Value, start, LastEnd) { Name = name?.Name, KeyStart = name?.Start ?? start };
    }

    private void ParseClassBody(bool extends)
    {
        _privateNames.Push(new());
        Expect(TokenKind.BraceOpen);
        var hasConstructor = false;
        while (Kind != TokenKind.BraceClose)
        {
            if (!Eat(TokenKind.Semicolon))
            {
                ParseClassElement(extends, ref hasConstructor);
            }
        }

        Next();
        var names = _privateNames.Pop();
        foreach (var (name, offset) in names.Used)
        {
            if (names.IsDeclared(name))
            {
                continue;
            }

            if (!_privateNames.TryPeek(out var outer))
            {
                Fail(offset, $"`#{name}` is declared in no class around it");
            }

            outer.Used.Add((name, offset));
        }
    }

    private void ParseClassElement(bool extends, ref bool hasConstructor)
    {
        var start = Start;
        var modifier = default(Node);
        var isStatic = IsWord("static");
        if (isStatic)
        {
            modifier = ParseIdentifier(anyWord: true);
            if (Kind == TokenKind.BraceOpen)
            {
                ParseStaticBlock();
                return;
            }

            isStatic = StartsClassKey || Kind == TokenKind.Star;
            modifier = isStatic ? null : modifier;
        }

        var (isAsync, isGenerator, accessor) = (false, false, default(string));
        if (modifier is null && IsWord("async"))
        {
            modifier = ParseIdentifier(anyWord: true);
            isAsync = (StartsClassKey || Kind == TokenKind.Star) && !EndsStatement;
            modifier = isAsync ? null : modifier;
        }

        if (modifier is null && Eat(TokenKind.Star))
        {
            isGenerator = true;
        }

        if (modifier is null && !isAsync && !isGenerator && (IsWord("get") || IsWord("set")))
        {
            modifier = ParseIdentifier(anyWord: true);
            accessor = StartsClassKey ? modifier.Name : null;
            modifier = accessor is null ? modifier : null;
        }

        var isComputed = false;
        var key = modifier ?? ParseClassKey(out isComputed);
        var name = isComputed || key.Kind is not (NodeKind.Identifier or NodeKind.StringLiteral) ? null : key.Name;
        if (Kind == TokenKind.ParenOpen || accessor is not null || isGenerator || isAsync)
        {
            ParseClassMethod(start, key, name, isStatic, isAsync, isGenerator, accessor, extends, ref hasConstructor);
        }
        else
        {
            ParseField(key, name, isStatic);
        }

        if (key.Kind == NodeKind.PrivateName && !_privateNames.Peek().Declare(key.Name!, accessor, isStatic))
        {
            Fail(key.Start, $"`#{key.Name}` is declared already");
        }
    }

    private void ParseClassMethod(
        int start, Node key, string? name, bool isStatic, bool isAsync, bool isGenerator, string? accessor, bool extends, ref bool hasConstructor)
    {
        var isConstructor = !isStatic && name == "constructor";
        if (isConstructor && (accessor is not null || isGenerator || isAsync))
        {
            Fail(key.Start, "A constructor is a plain method");
        }

        if (isStatic && name == "prototype")
        {
            Fail(key.Start, "A static member cannot be named `prototype`");
        }

        var methodStart = Start;
        var parameters = ParseMethod(isAsync, isGenerator, isConstructor && extends);
        if (accessor is not null)
        {
            CheckAccessor(accessor == "get", methodStart, parameters);
        }

        if (isConstructor && hasConstructor)
        {
            Fail(start, "The class has two constructors");
        }

        hasConstructor |= isConstructor;
    }

    private void ParseField(Node key, string? name, bool isStatic)
    {
        if (name == "constructor" || (isStatic && name == "prototype"))
        {
            Fail(key.Start, $"A field cannot be named `{name}`");
        }

        if (Eat(TokenKind.Assign))
        {
            Enter(ScopeKinds.FieldValue | ScopeKinds.Super);
            ParseAssignment();
            Leave();
        }

        ExpectStatementEnd();
    }

    private void ParseStaticBlock()
    {
        Next();
        var labels = _labels;
        _labels = [];
        Enter(ScopeKinds.StaticBlock | ScopeKinds.Super);
        while (Kind != TokenKind.BraceClose)
        {
            ParseStatement(StatementPlace.Block);
        }

        Next();
        Leave();
        _labels = labels;
    }

    private Node ParseClassKey(out bool isComputed)
    {
        isComputed = false;
        if (Kind != TokenKind.PrivateName)
        {
            return ParseKey(out isComputed);
        }

        if (Value == "constructor")
        {
            Fail(Start, "A class has no `#constructor`");
        }

        return ParsePrivateName();
    }

    private Node ParsePrivateName()
    {
        var node = new Node(NodeKind.PrivateName, Start, End) { Name = Value };
        Next();
        if (!_privateNames.TryPeek(out var names))
        {
            Fail(node.Start, $"`#{node.Name}` is declared in no class around it");
        }

        names.Used.Add((node.Name!, node.Start));
        return node;
    }

    private bool StartsClassKey => StartsKey || Kind == TokenKind.PrivateName;
}
