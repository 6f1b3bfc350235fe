using FastMd.Engine.JavaScript.Scopes;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Where a function or class stands, which decides about its name.</summary>
internal enum FunctionForm
{
    Expression,

    /// <summary>Needs a name, which it declares.</summary>
    Statement,

    /// <summary>After <c>export default</c>: a name it has is declared.</summary>
    DefaultExport,
}

/// <summary>Functions, methods and arrow functions.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class FunctionParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly ScopeStack _scopes = grammar.Scopes;
    private readonly FunctionContext _context = grammar.Context;
    private readonly EarlyErrors _earlyErrors = grammar.EarlyErrors;

    /// <summary>Parses a function from after its keyword.</summary>
    public Node ParseFunction(int start, FunctionForm form, bool isAsync)
    {
        _tokens.Resume();
        var flags = FlagsOf(isAsync, isGenerator: _tokens.Eat(TokenKind.Star));
        _tokens.Resume();
        Node? name = null;
        if (form != FunctionForm.Expression && (form == FunctionForm.Statement || _tokens.Kind == TokenKind.Name))
        {
            name = grammar.Identifiers.ParseIdentifier();
            _earlyErrors.CheckTarget(name, _scopes.Current.Is(ScopeFlags.Function) ? BindingKind.Var : BindingKind.Lexical);
        }

        var outer = Enter(flags, form == FunctionForm.Expression && _tokens.Kind == TokenKind.Name ? _tokens.Value : null);
        if (form == FunctionForm.Expression && _tokens.Kind == TokenKind.Name)
        {
            name = grammar.Identifiers.ParseIdentifier();
        }

        _tokens.Expect(TokenKind.ParenOpen);
        var parameters = grammar.Patterns.ParseBindings(TokenKind.ParenClose, allowHoles: false);
        _context.RefuseYieldAndAwaitInParameters();
        if (name is not null)
        {
            _earlyErrors.CheckTarget(name, BindingKind.Outside);
        }

        ParseFunctionBlock(start, parameters);
        Leave(outer);
        return new(NodeKind.Function, start, _tokens.LastEnd) { Name = name?.Name, KeyStart = name?.Start ?? start };
    }

    /// <summary>Parses parameters and body of a method or accessor; returns the parameters.</summary>
    public List<Node?> ParseMethod(bool isAsync, bool isGenerator, bool mayCallSuper = false)
    {
        var start = _tokens.Start;
        var flags = FlagsOf(isAsync, isGenerator) | ScopeFlags.SuperProperty | (mayCallSuper ? ScopeFlags.SuperCall : 0);
        var outer = Enter(flags);
        _tokens.Expect(TokenKind.ParenOpen);
        var parameters = grammar.Patterns.ParseBindings(TokenKind.ParenClose, allowHoles: false);
        _context.RefuseYieldAndAwaitInParameters();
        ParseFunctionBlock(start, parameters);
        Leave(outer);
        return parameters;
    }

    /// <summary>Parses an arrow function from after its arrow.</summary>
    public Node ParseArrow(int start, List<Node?> parameters, bool isAsync, bool noIn)
    {
        _tokens.Resume();
        var outer = Enter(FlagsOf(isAsync, isGenerator: false) | ScopeFlags.Arrow);
        foreach (var parameter in parameters)
        {
            grammar.Cover.ToPattern(parameter, isBinding: true, cover: null);
        }

        if (_tokens.Kind == TokenKind.BraceOpen)
        {
            ParseFunctionBlock(start, parameters);
        }
        else
        {
            // Errors in the body are reported before clashes of parameters, but its JSX may name them.
            _scopes.Current.Predeclare(NamesOf(parameters));
            var bodyStart = _tokens.Start;
            grammar.Expressions.ParseAssignment(noIn);
            _context.SetBody(bodyStart, isExpression: true);
            _earlyErrors.CheckParameters(parameters);
        }

        Leave(outer);
        return new(NodeKind.Arrow, start, _tokens.LastEnd);
    }

    private void ParseFunctionBlock(int start, List<Node?> parameters)
    {
        _tokens.Resume();
        var bodyStart = _tokens.Start;
        var isSimple = parameters.TrueForAll(parameter => parameter!.Kind == NodeKind.Identifier);
        _earlyErrors.CheckParameters(parameters);
        _tokens.Expect(TokenKind.BraceOpen);
        if (!isSimple && _tokens.Kind == TokenKind.String && _tokens.Text.AsSpan(_tokens.Start + 1, _tokens.End - _tokens.Start - 2) is "use strict")
        {
            _tokens.Fail(start, "A function with `\"use strict\"` takes plain parameters only");
        }

        while (_tokens.Kind != TokenKind.BraceClose)
        {
            grammar.Statements.ParseStatement(StatementPlace.List);
        }

        _tokens.Next();
        _context.SetBody(bodyStart, isExpression: false);
    }

    private OuterFunction Enter(ScopeFlags flags, string? ownName = null)
    {
        _scopes.Enter(flags, ownName);
        return _context.Enter();
    }

    private void Leave(OuterFunction outer)
    {
        _context.Leave(outer);
        _scopes.Leave();
    }

    private static List<string> NamesOf(List<Node?> patterns)
    {
        var names = new List<Node>();
        patterns.ForEach(pattern => pattern?.AddNamesTo(names));
        return names.ConvertAll(name => name.Name!);
    }

    private static ScopeFlags FlagsOf(bool isAsync, bool isGenerator)
        => ScopeFlags.Function | (isAsync ? ScopeFlags.Async : 0) | (isGenerator ? ScopeFlags.Generator : 0);
}
