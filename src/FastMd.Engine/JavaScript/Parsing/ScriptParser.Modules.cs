namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Modules: import and export statements.</content>
internal sealed partial class ScriptParser
{
    private readonly HashSet<string> _exported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _undefinedExports = new(StringComparer.Ordinal);
    private List<Node> _declared = [];

    /// <summary>The import and export statements read.</summary>
    public List<EsmStatement> Statements { get; } = [];

    /// <summary>Where the first statement begins that is neither; -1 for nowhere.</summary>
    public int OtherStatementAt { get; private set; } = -1;

    /// <summary>Reads statements to the first blank line where they are whole; returns the offset of the line ending before it, or of the end.</summary>
    /// <param name="declared">Names that are declared already.</param>
    public int ReadModule(HashSet<string> declared)
    {
        _module.Earlier = declared;
        PauseAtBlankLines();
        Next();
        while (true)
        {
            if (IsPause && FirstUndefinedExport() is null)
            {
                return PauseAt;
            }

            Resume();
            if (Kind == TokenKind.End)
            {
                break;
            }

            if (OtherStatementAt < 0 && !(Kind == TokenKind.Export || (Kind == TokenKind.Import && !IsImportExpression())))
            {
                OtherStatementAt = Start;
            }

            ParseStatement(StatementPlace.Module);
            _fragment = new();
        }

        if (FirstUndefinedExport() is { } name)
        {
            Fail(_undefinedExports[name], $"`{name}` is exported but not declared");
        }

        return Limit;
    }

    private string? FirstUndefinedExport()
    {
        foreach (var name in _undefinedExports.Keys)
        {
            if (!_module.Has(name))
            {
                return name;
            }

            _undefinedExports.Remove(name);
        }

        return null;
    }

    private void ParseModuleItem(StatementPlace place)
    {
        if (place != StatementPlace.Module)
        {
            Fail(Start, "`import` and `export` stand only outside of everything else");
        }

        var isImport = Kind == TokenKind.Import;
        var start = Start;
        Next();
        Resume();
        if (isImport)
        {
            ParseImport(start);
        }
        else
        {
            ParseExport(start);
        }
    }

    private void ParseImport(int start)
    {
        var specifiers = new List<EsmSpecifier>();
        if (Kind != TokenKind.String)
        {
            ParseImported(specifiers);
            ExpectWord("from");
        }

        var (source, span) = ParseSource();
        ExpectStatementEnd();
        Add(EsmStatementKind.Import, start, specifiers, source, span);
    }

    private void ParseImported(List<EsmSpecifier> specifiers)
    {
        if (Kind == TokenKind.Name)
        {
            var name = ParseImportedName();
            specifiers.Add(new("default", name.Name!, name.Start, name.End));
            Resume();
            if (!Eat(TokenKind.Comma))
            {
                return;
            }
        }

        Resume();
        if (Kind == TokenKind.Star)
        {
            var start = Start;
            Next();
            ExpectWord("as");
            specifiers.Add(new("*", ParseImportedName().Name!, start, LastEnd));
            return;
        }

        ParseNames(() =>
        {
            var outer = ParseModuleName(out var isString);
            var local = outer;
            if (EatWord("as"))
            {
                local = ParseImportedName();
            }
            else
            {
                RefuseAsLocal(outer, isString);
                CheckTarget(outer, Binding.Lexical);
            }

            specifiers.Add(new(outer.Name!, local.Name!, outer.Start, LastEnd));
        });
    }

    private Node ParseImportedName()
    {
        var name = ParseIdentifier();
        CheckTarget(name, Binding.Lexical);
        return name;
    }

    private void RefuseAsLocal(Node name, bool isString)
    {
        if (isString)
        {
            Fail(name.Start, "A string is no name here: add `as` and a name");
        }

        CheckReserved(name.Name!, name.Start);
    }

    private void ParseExport(int start)
    {
        if (Eat(TokenKind.Star))
        {
            ParseExportAll(start);
        }
        else if (Eat(TokenKind.Default))
        {
            AddExport("default", LastStart);
            ParseDefault(start);
        }
        else if (Kind is TokenKind.Var or TokenKind.Const or TokenKind.Class or TokenKind.Function || IsLet(StatementPlace.Block) || IsAsyncFunction())
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
        Resume();
        if (EatWord("as"))
        {
            var name = ParseModuleName(out _);
            AddExport(name.Name!, name.Start);
            specifiers.Add(new(name.Name!, "*", name.Start, name.End));
        }

        ExpectWord("from");
        var (source, span) = ParseSource();
        ExpectStatementEnd();
        Add(EsmStatementKind.ExportAll, start, specifiers, source, span);
    }

    private void ParseDefault(int start)
    {
        Resume();
        var declarationStart = Start;
        var isAsync = IsAsyncFunction();
        var node = default(Node);
        if (isAsync || Kind == TokenKind.Function)
        {
            if (isAsync)
            {
                Next();
            }

            Next();
            node = ParseFunction(declarationStart, FunctionForm.DefaultExport, isAsync);
        }
        else if (Kind == TokenKind.Class)
        {
            node = ParseClass(isStatement: true, needsName: false);
        }
        else
        {
            var end = ParseAssignment().End;
            ExpectStatementEnd();
            AddDeclaration(EsmStatementKind.ExportDefault, start, declarationStart, end, []);
            return;
        }

        if (Start < Limit && Text[Start] == '<')
        {
            // Such a declaration ends like an expression: no tag begins after it.
            Unexpected();
        }

        AddDeclaration(EsmStatementKind.ExportDefault, start, declarationStart, LastEnd, node.Name is null ? [] : [node.Name]);
    }

    private void ParseExportedDeclaration(int start)
    {
        var declarationStart = Start;
        ParseStatement(StatementPlace.Block);
        foreach (var name in _declared)
        {
            AddExport(name.Name!, name.Kind == NodeKind.Identifier ? name.Start : name.KeyStart);
        }

        AddDeclaration(EsmStatementKind.ExportDeclaration, start, declarationStart, LastEnd, _declared.ConvertAll(name => name.Name!));
    }

    private void ParseExportList(int start)
    {
        var specifiers = new List<EsmSpecifier>();
        var locals = new List<(Node Name, bool IsString)>();
        ParseNames(() =>
        {
            var local = ParseModuleName(out var isString);
            var outer = EatWord("as") ? ParseModuleName(out _) : local;
            AddExport(outer.Name!, outer.Start);
            specifiers.Add(new(outer.Name!, local.Name!, local.Start, LastEnd));
            locals.Add((local, isString));
        });

        var (source, span) = (default(string), default(CodeSpan));
        if (EatWord("from"))
        {
            (source, span) = ParseSource();
        }
        else
        {
            foreach (var (local, isString) in locals)
            {
                RefuseAsLocal(local, isString);
                _undefinedExports[local.Name!] = local.Start;
            }
        }

        ExpectStatementEnd();
        Add(EsmStatementKind.ExportList, start, specifiers, source, span);
    }

    /// <summary>Reads names in braces.</summary>
    private void ParseNames(Action parseName)
    {
        Expect(TokenKind.BraceOpen);
        for (var isFirst = true; !Eat(TokenKind.BraceClose); isFirst = false)
        {
            if (!isFirst)
            {
                Expect(TokenKind.Comma);
                if (Eat(TokenKind.BraceClose))
                {
                    break;
                }
            }

            parseName();
        }
    }

    private Node ParseModuleName(out bool isString)
    {
        isString = Kind == TokenKind.String;
        return isString ? ParseLiteral(NodeKind.StringLiteral) : ParseIdentifier(anyWord: true);
    }

    private (string Source, CodeSpan Span) ParseSource()
    {
        Resume();
        if (Kind != TokenKind.String)
        {
            Unexpected();
        }

        var source = (Value, new CodeSpan(Start, End));
        Next();
        return source;
    }

    private void AddExport(string name, int offset)
    {
        if (!_exported.Add(name))
        {
            Fail(offset, $"`{name}` is exported twice");
        }
    }

    private void Add(EsmStatementKind kind, int start, List<EsmSpecifier> specifiers, string? source, CodeSpan span)
        => Statements.Add(new(kind, start, LastEnd)
        {
            Code = _fragment.Build(Text, start, LastEnd),
            Specifiers = specifiers,
            Source = source,
            SourceSpan = span,
        });

    private void AddDeclaration(EsmStatementKind kind, int start, int declarationStart, int declarationEnd, IReadOnlyList<string> declared)
        => Statements.Add(new(kind, start, LastEnd)
        {
            Code = _fragment.Build(Text, start, LastEnd),
            Declaration = _fragment.Build(Text, declarationStart, declarationEnd),
            Declared = declared,
        });
}
