namespace FastMd.Engine.JavaScript.Scopes;

/// <summary>The scopes around the code being parsed: which names are declared, and what is allowed here.</summary>
internal sealed class ScopeStack
{
    public ScopeStack() => Current = Module;

    public Scope Module { get; } = new(ScopeFlags.Module, outer: null);

    public Scope Current { get; private set; }

    public bool InGenerator => VarScope.Is(ScopeFlags.Generator);

    public bool AllowsReturn => VarScope.Is(ScopeFlags.Function);

    public bool AllowsSuperProperty => ThisScope.Is(ScopeFlags.SuperProperty);

    public bool AllowsSuperCall => ThisScope.Is(ScopeFlags.SuperCall);

    /// <summary>Whether <c>arguments</c> is a name: not in class field initializers and static blocks.</summary>
    public bool AllowsArguments => !VarScope.Is(ScopeFlags.ClassStaticBlock) && ThisScope.Is(ScopeFlags.Var);

    /// <summary>Whether <c>await</c> is an operator: in async functions and at the top level of a module.</summary>
    public bool AllowsAwait
    {
        get
        {
            var scope = Nearest(ScopeFlags.Function | ScopeFlags.ClassStaticBlock | ScopeFlags.ClassFieldInitializer);
            return scope.Is(ScopeFlags.Function) ? scope.Is(ScopeFlags.Async) : scope == Module;
        }
    }

    public bool AllowsNewTarget
    {
        get
        {
            for (var scope = Current; scope is not null; scope = scope.Outer)
            {
                if (scope.Is(ScopeFlags.ClassStaticBlock | ScopeFlags.ClassFieldInitializer)
                    || (scope.Is(ScopeFlags.Function) && !scope.Is(ScopeFlags.Arrow)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private Scope VarScope => Nearest(ScopeFlags.Var | ScopeFlags.ClassFieldInitializer);

    /// <summary>The scope that <c>this</c> and <c>super</c> belong to: arrow functions have none of their own.</summary>
    private Scope ThisScope
    {
        get
        {
            var scope = Current;
            while (!scope.Is(ScopeFlags.Var | ScopeFlags.ClassFieldInitializer) || scope.Is(ScopeFlags.Arrow))
            {
                scope = scope.Outer!;
            }

            return scope;
        }
    }

    public void Enter(ScopeFlags flags, string? ownName = null) => Current = new(flags, Current, ownName);

    public void Leave() => Current = Current.Outer!;

    /// <summary>Whether a name is declared around here, as far as the code has been read.</summary>
    public bool IsDeclared(string name)
    {
        for (var scope = Current; scope is not null; scope = scope.Outer)
        {
            if (scope.Has(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Declares a name; false where that clashes with an earlier declaration.</summary>
    public bool TryDeclare(string name, BindingKind binding)
    {
        switch (binding)
        {
            case BindingKind.SimpleCatch:
                Current.AddCaught(name);
                return true;
            case BindingKind.Lexical:
                return Current.TryAddLexical(name);
            default:
                return TryDeclareVar(name);
        }
    }

    /// <summary>A <c>var</c> is hoisted out of blocks, and is known in each of them.</summary>
    private bool TryDeclareVar(string name)
    {
        for (var scope = Current; ; scope = scope.Outer!)
        {
            if (scope.RefusesVar(name))
            {
                return false;
            }

            scope.AddVar(name);
            if (scope.Is(ScopeFlags.Var) || scope.Outer is null)
            {
                return true;
            }
        }
    }

    private Scope Nearest(ScopeFlags any)
    {
        for (var scope = Current; scope is not null; scope = scope.Outer)
        {
            if (scope.Is(any))
            {
                return scope;
            }
        }

        return Module;
    }
}
