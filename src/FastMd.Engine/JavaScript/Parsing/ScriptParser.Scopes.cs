namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Scopes: which names are declared, and what is allowed where.</content>
internal sealed partial class ScriptParser
{
    private readonly Stack<Scope> _scopes = new();
    private readonly Scope _module = new(ScopeKinds.Module);

    private Scope VarScope => Nearest(ScopeKinds.Var | ScopeKinds.FieldValue);

    private bool InGenerator => VarScope.Is(ScopeKinds.Generator);

    private bool InAsync => VarScope.Is(ScopeKinds.Async);

    private bool InStaticBlock => VarScope.Is(ScopeKinds.StaticBlock);

    private bool MayReturn => VarScope.Is(ScopeKinds.Function);

    private bool MayUseSuper => ThisScope.Is(ScopeKinds.Super);

    private bool MayCallSuper => ThisScope.Is(ScopeKinds.SuperCall);

    private bool MayAwait
    {
        get
        {
            var scope = Nearest(ScopeKinds.Function | ScopeKinds.StaticBlock | ScopeKinds.FieldValue);
            return scope.Is(ScopeKinds.Function) ? scope.Is(ScopeKinds.Async) : scope == _module;
        }
    }

    private bool MayUseNewTarget
    {
        get
        {
            foreach (var scope in _scopes)
            {
                if (scope.Is(ScopeKinds.StaticBlock | ScopeKinds.FieldValue) || (scope.Is(ScopeKinds.Function) && !scope.Is(ScopeKinds.Arrow)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private Scope ThisScope
    {
        get
        {
            foreach (var scope in _scopes)
            {
                if (scope.Is(ScopeKinds.Var | ScopeKinds.FieldValue) && !scope.Is(ScopeKinds.Arrow))
                {
                    return scope;
                }
            }

            return _module;
        }
    }

    /// <summary>Whether a name is declared around here, as far as the code has been read.</summary>
    private bool IsBound(string name)
    {
        foreach (var scope in _scopes)
        {
            if (scope.Has(name))
            {
                return true;
            }
        }

        return false;
    }

    private Scope Nearest(ScopeKinds any)
    {
        foreach (var scope in _scopes)
        {
            if (scope.Is(any))
            {
                return scope;
            }
        }

        return _module;
    }

    private void Enter(ScopeKinds kinds, string? ownName = null) => _scopes.Push(new(kinds, ownName));

    private void Leave() => _scopes.Pop();

    private void Declare(string name, Binding binding, int offset)
    {
        var scope = _scopes.Peek();
        var isTaken = false;
        switch (binding)
        {
            case Binding.SimpleCatch:
                scope.AddCaught(name);
                break;
            case Binding.Lexical:
                isTaken = scope.HasLexical(name) || scope.HasVar(name);
                scope.AddLexical(name);
                break;
            default:
                isTaken = !DeclareVar(name);
                break;
        }

        if (isTaken)
        {
            _tokens.Fail(offset, $"`{name}` is declared already");
        }
    }

    private bool DeclareVar(string name)
    {
        foreach (var scope in _scopes)
        {
            if (scope.RefusesVar(name))
            {
                return false;
            }

            scope.AddVar(name);
            if (scope.Is(ScopeKinds.Var))
            {
                break;
            }
        }

        return true;
    }
}
