using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Functions, methods and arrow functions.</content>
internal sealed partial class ScriptParser
{
    private int _functionDepth;
    private FunctionBody? _outermostFunction;

    // Where the first `yield`, `await` or name `await` stands in what may turn out to be parameters; 0 for nowhere.
    private int _yieldAt;
    private int _awaitAt;
    private int _awaitNameAt;

    /// <summary>Reads a function from after its keyword.</summary>
    private Node ParseFunction(int start, FunctionForm form, bool isAsync)
    {
        _tokens.Resume();
        var kinds = FunctionKinds(isAsync, isGenerator: _tokens.Eat(TokenKind.Star));
        _tokens.Resume();
        Node? name = null;
        if (form != FunctionForm.Expression && (form == FunctionForm.Statement || _tokens.Kind == TokenKind.Name))
        {
            name = ParseIdentifier();
            CheckTarget(name, _scopes.Peek().Is(ScopeKinds.Function) ? Binding.Var : Binding.Lexical);
        }

        var outer = EnterFunction(kinds, form == FunctionForm.Expression && _tokens.Kind == TokenKind.Name ? _tokens.Value : null);
        if (form == FunctionForm.Expression && _tokens.Kind == TokenKind.Name)
        {
            name = ParseIdentifier();
        }

        _tokens.Expect(TokenKind.ParenOpen);
        var parameters = ParseBindings(TokenKind.ParenClose, allowHoles: false);
        RefuseYieldAndAwaitInParameters();
        if (name is not null)
        {
            CheckTarget(name, Binding.Outside);
        }

        ParseFunctionBlock(start, parameters);
        LeaveFunction(outer);
        return new(NodeKind.Value, start, _tokens.LastEnd) { Name = name?.Name, KeyStart = name?.Start ?? start };
    }

    /// <summary>Reads parameters and body of a method or accessor; returns the parameters.</summary>
    private List<Node?> ParseMethod(bool isAsync, bool isGenerator, bool mayCallSuper = false)
    {
        var start = _tokens.Start;
        var kinds = FunctionKinds(isAsync, isGenerator) | ScopeKinds.Super | (mayCallSuper ? ScopeKinds.SuperCall : 0);
        var outer = EnterFunction(kinds);
        _tokens.Expect(TokenKind.ParenOpen);
        var parameters = ParseBindings(TokenKind.ParenClose, allowHoles: false);
        RefuseYieldAndAwaitInParameters();
        ParseFunctionBlock(start, parameters);
        LeaveFunction(outer);
        return parameters;
    }

    /// <summary>Reads an arrow function from after its arrow.</summary>
    private Node ParseArrow(int start, List<Node?> parameters, bool isAsync, bool noIn)
    {
        _tokens.Resume();
        var outer = EnterFunction(FunctionKinds(isAsync, isGenerator: false) | ScopeKinds.Arrow);
        foreach (var parameter in parameters)
        {
            ToPattern(parameter, isBinding: true, cover: null);
        }

        if (_tokens.Kind == TokenKind.BraceOpen)
        {
            ParseFunctionBlock(start, parameters);
        }
        else
        {
            // What is wrong in the body counts more than a clash of parameters, but its JSX may name them.
            _scopes.Peek().Foresee(parameters);
            var bodyStart = _tokens.Start;
            ParseAssignment(noIn);
            BodyIs(bodyStart, isExpression: true);
            CheckParameters(parameters);
        }

        LeaveFunction(outer);
        return new(NodeKind.Arrow, start, _tokens.LastEnd);
    }

    private void ParseFunctionBlock(int start, List<Node?> parameters)
    {
        _tokens.Resume();
        var bodyStart = _tokens.Start;
        var isSimple = parameters.TrueForAll(parameter => parameter!.Kind == NodeKind.Identifier);
        var labels = _labels;
        _labels = [];
        CheckParameters(parameters);
        _tokens.Expect(TokenKind.BraceOpen);
        if (!isSimple && _tokens.Kind == TokenKind.String && _tokens.Text.AsSpan(_tokens.Start + 1, _tokens.End - _tokens.Start - 2) is "use strict")
        {
            _tokens.Fail(start, "A function with `\"use strict\"` takes plain parameters only");
        }

        while (_tokens.Kind != TokenKind.BraceClose)
        {
            ParseStatement(StatementPlace.Block);
        }

        _labels = labels;
        _tokens.Next();
        BodyIs(bodyStart, isExpression: false);
    }

    private void BodyIs(int start, bool isExpression)
    {
        if (_functionDepth == 1 && _outermostFunction is { } outermost)
        {
            (outermost.Start, outermost.End, outermost.IsExpression) = (start, _tokens.LastEnd, isExpression);
        }
    }

    private (int YieldAt, int AwaitAt, int AwaitNameAt) EnterFunction(ScopeKinds kinds, string? ownName = null)
    {
        var outer = (_yieldAt, _awaitAt, _awaitNameAt);
        _yieldAt = _awaitAt = _awaitNameAt = 0;
        Enter(kinds, ownName);
        if (_functionDepth++ == 0)
        {
            _outermostFunction = new();
        }

        return outer;
    }

    private void LeaveFunction((int YieldAt, int AwaitAt, int AwaitNameAt) outer)
    {
        (_yieldAt, _awaitAt, _awaitNameAt) = outer;
        Leave();
        if (--_functionDepth == 0)
        {
            _outermostFunction = null;
        }
    }

    private void CheckParameters(List<Node?> parameters)
    {
        var names = parameters.Count > 0 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var parameter in parameters)
        {
            CheckInnerPattern(parameter!, Binding.Var, names);
        }
    }

    private void RefuseYieldAndAwaitInParameters()
    {
        if (_yieldAt != 0 && (_awaitAt == 0 || _yieldAt < _awaitAt))
        {
            _tokens.Fail(_yieldAt, "`yield` cannot stand in a default value");
        }

        if (_awaitAt != 0)
        {
            _tokens.Fail(_awaitAt, "`await` cannot stand in a default value");
        }
    }

    private static ScopeKinds FunctionKinds(bool isAsync, bool isGenerator)
        => ScopeKinds.Function | (isAsync ? ScopeKinds.Async : 0) | (isGenerator ? ScopeKinds.Generator : 0);
}
