using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Classes and their elements: methods, fields, static blocks, private names.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class ClassParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;
    private readonly ScopeStack _scopes = grammar.Scopes;
    private readonly Stack<PrivateNames> _privateNames = new();

    /// <summary>Whether the code is in a class, which may have private names.</summary>
    public bool IsInClass => _privateNames.Count > 0;

    private bool StartsClassKey => grammar.Objects.StartsKey || _tokens.Kind == TokenKind.PrivateName;

    /// <summary>Parses a class from its keyword.</summary>
    /// <param name="isStatement">Whether its name is declared around it.</param>
    /// <param name="needsName">Whether it has to have a name.</param>
    public Node ParseClass(bool isStatement, bool needsName)
    {
        _nesting.Enter();
        var start = _tokens.Start;
        _tokens.Next();
        _tokens.Resume();
        Node? name = null;
        if (_tokens.Kind == TokenKind.Name)
        {
            name = grammar.Identifiers.ParseIdentifier();
            if (isStatement)
            {
                grammar.EarlyErrors.CheckTarget(name, BindingKind.Lexical);
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
            grammar.LeftHandSide.ParseLeftHandSide(cover: null, noIn: false);
        }

        ParseClassBody(extends);
        _nesting.Leave();
        return new(NodeKind.Function, start, _tokens.LastEnd) { Name = name?.Name, KeyStart = name?.Start ?? start };
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
            modifier = grammar.Identifiers.ParseIdentifierName();
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
            modifier = grammar.Identifiers.ParseIdentifierName();
            isAsync = (StartsClassKey || _tokens.Kind == TokenKind.Star) && !_tokens.CanInsertSemicolon;
            modifier = isAsync ? null : modifier;
        }

        if (modifier is null && _tokens.Eat(TokenKind.Star))
        {
            isGenerator = true;
        }

        if (modifier is null && !isAsync && !isGenerator && (_tokens.IsContextual("get") || _tokens.IsContextual("set")))
        {
            modifier = grammar.Identifiers.ParseIdentifierName();
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
        var parameters = grammar.Functions.ParseMethod(isAsync, isGenerator, isConstructor && extends);
        if (accessor is not null)
        {
            grammar.EarlyErrors.CheckAccessor(accessor == "get", methodStart, parameters);
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
            _scopes.Enter(ScopeFlags.ClassFieldInitializer | ScopeFlags.SuperProperty);
            grammar.Expressions.ParseAssignment();
            _scopes.Leave();
        }

        _tokens.ExpectSemicolon();
    }

    private void ParseStaticBlock()
    {
        _tokens.Next();
        var labels = grammar.Context.Labels;
        grammar.Context.Labels = [];
        _scopes.Enter(ScopeFlags.ClassStaticBlock | ScopeFlags.SuperProperty);
        while (_tokens.Kind != TokenKind.BraceClose)
        {
            grammar.Statements.ParseStatement(StatementPlace.List);
        }

        _tokens.Next();
        _scopes.Leave();
        grammar.Context.Labels = labels;
    }

    private Node ParseClassKey(out bool isComputed)
    {
        isComputed = false;
        if (_tokens.Kind != TokenKind.PrivateName)
        {
            return grammar.Objects.ParseKey(out isComputed);
        }

        if (_tokens.Value == "constructor")
        {
            _tokens.Fail(_tokens.Start, "A class has no `#constructor`");
        }

        return ParsePrivateName();
    }

    /// <summary>Parses a private name, which a class around it has to declare.</summary>
    public Node ParsePrivateName()
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
}
