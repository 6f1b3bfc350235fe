using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Modules: import and export statements, and what else stands between them.</summary>
/// <param name="grammar">The grammar of the code.</param>
internal sealed class ModuleParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;
    private readonly ScopeStack _scopes = grammar.Scopes;
    private readonly HashSet<string> _exported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _undefinedExports = new(StringComparer.Ordinal);

    /// <summary>The import and export statements read.</summary>
    public List<EsmStatement> Statements { get; } = [];

    /// <summary>Where the first statement begins that is neither; -1 for nowhere.</summary>
    public int OtherStatementAt { get; private set; } = -1;

    /// <summary>
    /// Parses statements to the first blank line where they are complete; returns the offset of the line terminator before it, or of the end.
    /// </summary>
    /// <param name="declared">Names that are declared already.</param>
    public int Parse(HashSet<string> declared)
    {
        _scopes.Module.Earlier = declared;
        _tokens.PauseAtBlankLines();
        _tokens.Next();
        while (true)
        {
            if (_tokens.IsPause && FirstUndefinedExport() is null)
            {
                return _tokens.PauseAt;
            }

            _tokens.Resume();
            if (_tokens.Kind == TokenKind.End)
            {
                break;
            }

            if (_tokens.Kind == TokenKind.Export || (_tokens.Kind == TokenKind.Import && !grammar.Statements.IsImportExpression()))
            {
                ParseModuleItem();
            }
            else
            {
                OtherStatementAt = OtherStatementAt < 0 ? _tokens.Start : OtherStatementAt;
                grammar.Statements.ParseStatement(StatementPlace.List);
            }

            grammar.Fragments.Begin();
        }

        if (FirstUndefinedExport() is { } name)
        {
            _tokens.Fail(_undefinedExports[name], $"`{name}` is exported but not declared");
        }

        return _tokens.Limit;
    }

    private string? FirstUndefinedExport()
    {
        foreach (var name in _undefinedExports.Keys)
        {
            if (!_scopes.Module.Has(name))
            {
                return name;
            }

            _undefinedExports.Remove(name);
        }

        return null;
    }

    private void ParseModuleItem()
    {
        _nesting.Enter();
        var isImport = _tokens.Kind == TokenKind.Import;
        var start = _tokens.Start;
        _tokens.Next();
        _tokens.Resume();
        if (isImport)
        {
            ParseImport(start);
        }
        else
        {
            ParseExport(start);
        }

        _nesting.Leave();
    }

    private void ParseImport(int start)
    {
        var specifiers = new List<EsmSpecifier>();
        if (_tokens.Kind != TokenKind.String)
        {
            ParseImported(specifiers);
            _tokens.ExpectContextual("from");
        }

        var (source, span) = ParseSource();
        _tokens.ExpectSemicolon();
        Add(EsmStatementKind.Import, start, specifiers, source, span);
    }

    private void ParseImported(List<EsmSpecifier> specifiers)
    {
        if (_tokens.Kind == TokenKind.Name)
        {
            var name = ParseImportedName();
            specifiers.Add(new("default", name.Name!, name.Start, name.End));
            _tokens.Resume();
            if (!_tokens.Eat(TokenKind.Comma))
            {
                return;
            }
        }

        _tokens.Resume();
        if (_tokens.Kind == TokenKind.Star)
        {
            var start = _tokens.Start;
            _tokens.Next();
            _tokens.ExpectContextual("as");
            specifiers.Add(new("*", ParseImportedName().Name!, start, _tokens.LastEnd));
            return;
        }

        ParseNames(() =>
        {
            var outer = ParseModuleName(out var isString);
            var local = outer;
            if (_tokens.EatContextual("as"))
            {
                local = ParseImportedName();
            }
            else
            {
                CheckLocalName(outer, isString);
                grammar.EarlyErrors.CheckTarget(outer, BindingKind.Lexical);
            }

            specifiers.Add(new(outer.Name!, local.Name!, outer.Start, _tokens.LastEnd));
        });
    }

    private Node ParseImportedName()
    {
        var name = grammar.Identifiers.ParseIdentifier();
        grammar.EarlyErrors.CheckTarget(name, BindingKind.Lexical);
        return name;
    }

    private void CheckLocalName(Node name, bool isString)
    {
        if (isString)
        {
            _tokens.Fail(name.Start, "A string is no name here: add `as` and a name");
        }

        grammar.EarlyErrors.CheckReserved(name.Name!, name.Start);
    }

    private void ParseExport(int start)
    {
        if (_tokens.Eat(TokenKind.Star))
        {
            ParseExportAll(start);
        }
        else if (_tokens.Eat(TokenKind.Default))
        {
            AddExport("default", _tokens.LastStart);
            ParseDefault(start);
        }
        else if (grammar.Declarations.StartsDeclaration(StatementPlace.List))
        {
            ParseExportedDeclaration(start);
        }
        else
        {
            ParseExportList(start);
        }
    }

    private void ParseExportAll(int start)
    {
        var specifiers = new List<EsmSpecifier>();
        _tokens.Resume();
        if (_tokens.EatContextual("as"))
        {
            var name = ParseModuleName(out _);
            AddExport(name.Name!, name.Start);
            specifiers.Add(new(name.Name!, "*", name.Start, name.End));
        }

        _tokens.ExpectContextual("from");
        var (source, span) = ParseSource();
        _tokens.ExpectSemicolon();
        Add(EsmStatementKind.ExportAll, start, specifiers, source, span);
    }

    private void ParseDefault(int start)
    {
        _tokens.Resume();
        var declarationStart = _tokens.Start;
        var isAsync = grammar.Declarations.IsAsyncFunction();
        var node = default(Node);
        if (isAsync || _tokens.Kind == TokenKind.Function)
        {
            if (isAsync)
            {
                _tokens.Next();
            }

            _tokens.Next();
            node = grammar.Functions.ParseFunction(declarationStart, FunctionForm.DefaultExport, isAsync);
        }
        else if (_tokens.Kind == TokenKind.Class)
        {
            node = grammar.Classes.ParseClass(isStatement: true, needsName: false);
        }
        else
        {
            var end = grammar.Expressions.ParseAssignment().End;
            _tokens.ExpectSemicolon();
            AddDeclaration(EsmStatementKind.ExportDefault, start, declarationStart, end, []);
            return;
        }

        // Such a declaration ends like an expression: no tag begins after it.
        if (_tokens.Start < _tokens.Limit && _tokens.Text[_tokens.Start] == '<')
        {
            _tokens.FailUnexpected();
        }

        AddDeclaration(EsmStatementKind.ExportDefault, start, declarationStart, _tokens.LastEnd, node.Name is null ? [] : [node.Name]);
    }

    private void ParseExportedDeclaration(int start)
    {
        _nesting.Enter();
        var declarationStart = _tokens.Start;
        var declared = new List<Node>();
        foreach (var node in grammar.Declarations.ParseDeclaration(StatementPlace.List))
        {
            node.AddNamesTo(declared);
        }

        foreach (var name in declared)
        {
            AddExport(name.Name!, name.KeyStart);
        }

        AddDeclaration(EsmStatementKind.ExportDeclaration, start, declarationStart, _tokens.LastEnd, declared.ConvertAll(name => name.Name!));
        _nesting.Leave();
    }

    private void ParseExportList(int start)
    {
        var specifiers = new List<EsmSpecifier>();
        var locals = new List<(Node Name, bool IsString)>();
        ParseNames(() =>
        {
            var local = ParseModuleName(out var isString);
            var outer = _tokens.EatContextual("as") ? ParseModuleName(out _) : local;
            AddExport(outer.Name!, outer.Start);
            specifiers.Add(new(outer.Name!, local.Name!, local.Start, _tokens.LastEnd));
            locals.Add((local, isString));
        });

        var (source, span) = (default(string), default(CodeSpan));
        if (_tokens.EatContextual("from"))
        {
            (source, span) = ParseSource();
        }
        else
        {
            foreach (var (local, isString) in locals)
            {
                CheckLocalName(local, isString);
                _undefinedExports[local.Name!] = local.Start;
            }
        }

        _tokens.ExpectSemicolon();
        Add(EsmStatementKind.ExportList, start, specifiers, source, span);
    }

    /// <summary>Parses a list of names in braces.</summary>
    private void ParseNames(Action parseName)
    {
        _tokens.Expect(TokenKind.BraceOpen);
        for (var isFirst = true; !_tokens.Eat(TokenKind.BraceClose); isFirst = false)
        {
            if (!isFirst)
            {
                _tokens.Expect(TokenKind.Comma);
                if (_tokens.Eat(TokenKind.BraceClose))
                {
                    break;
                }
            }

            parseName();
        }
    }

    private Node ParseModuleName(out bool isString)
    {
        isString = _tokens.Kind == TokenKind.String;
        return isString ? grammar.Primary.ParseLiteral(NodeKind.StringLiteral) : grammar.Identifiers.ParseIdentifierName();
    }

    private (string Source, CodeSpan Span) ParseSource()
    {
        _tokens.Resume();
        if (_tokens.Kind != TokenKind.String)
        {
            _tokens.FailUnexpected();
        }

        var source = (_tokens.Value, new CodeSpan(_tokens.Start, _tokens.End));
        _tokens.Next();
        return source;
    }

    private void AddExport(string name, int offset)
    {
        if (!_exported.Add(name))
        {
            _tokens.Fail(offset, $"`{name}` is exported twice");
        }
    }

    private void Add(EsmStatementKind kind, int start, List<EsmSpecifier> specifiers, string? source, CodeSpan span)
        => Statements.Add(new(kind, start, _tokens.LastEnd)
        {
            Code = grammar.Fragments.Build(start, _tokens.LastEnd),
            Specifiers = specifiers,
            Source = source,
            SourceSpan = span,
        });

    private void AddDeclaration(EsmStatementKind kind, int start, int declarationStart, int declarationEnd, IReadOnlyList<string> declared)
        => Statements.Add(new(kind, start, _tokens.LastEnd)
        {
            Code = grammar.Fragments.Build(start, _tokens.LastEnd),
            Declaration = grammar.Fragments.Build(declarationStart, declarationEnd),
            Declared = declared,
        });
}
