using FastMd.Engine.JavaScript.Scopes;

namespace FastMd.Tests.Unit.JavaScript.Scopes;

public class ScopeStackTests
{
    private readonly ScopeStack _scopes = new();

    [Theory]
    [InlineData(BindingKind.Var, BindingKind.Var, true)]
    [InlineData(BindingKind.Var, BindingKind.Lexical, false)]
    [InlineData(BindingKind.Lexical, BindingKind.Var, false)]
    [InlineData(BindingKind.Lexical, BindingKind.Lexical, false)]
    [InlineData(BindingKind.SimpleCatch, BindingKind.Var, true)]
    [InlineData(BindingKind.SimpleCatch, BindingKind.Lexical, false)]
    internal void A_name_is_declared_twice_in_a_scope_only_by_var(BindingKind first, BindingKind second, bool allowed)
    {
        Assert.True(_scopes.TryDeclare("a", first));
        Assert.Equal(allowed, _scopes.TryDeclare("a", second));
    }

    [Fact]
    public void A_block_may_declare_what_is_declared_around_it()
    {
        _scopes.TryDeclare("a", BindingKind.Lexical);
        _scopes.Enter(ScopeFlags.Block);

        Assert.True(_scopes.TryDeclare("a", BindingKind.Lexical));
    }

    [Fact]
    public void Var_is_hoisted_out_of_blocks_but_not_out_of_functions()
    {
        _scopes.TryDeclare("a", BindingKind.Lexical);
        _scopes.Enter(ScopeFlags.Block);
        Assert.False(_scopes.TryDeclare("a", BindingKind.Var));
        _scopes.Leave();

        _scopes.Enter(ScopeFlags.Function);
        _scopes.Enter(ScopeFlags.Block);
        Assert.True(_scopes.TryDeclare("a", BindingKind.Var));
        _scopes.TryDeclare("b", BindingKind.Var);
        _scopes.Leave();
        Assert.True(_scopes.IsDeclared("b"));
        _scopes.Leave();
        Assert.False(_scopes.IsDeclared("b"));
    }

    [Fact]
    public void Await_is_an_operator_at_the_top_level_and_in_async_functions()
    {
        Assert.True(_scopes.AllowsAwait);
        _scopes.Enter(ScopeFlags.Function);
        Assert.False(_scopes.AllowsAwait);
        _scopes.Enter(ScopeFlags.Function | ScopeFlags.Async | ScopeFlags.Arrow);
        Assert.True(_scopes.AllowsAwait);
        _scopes.Enter(ScopeFlags.ClassFieldInitializer);
        Assert.False(_scopes.AllowsAwait);
    }

    [Fact]
    public void Arrow_functions_have_super_and_new_target_of_what_is_around_them()
    {
        _scopes.Enter(ScopeFlags.Function | ScopeFlags.Arrow);
        Assert.False(_scopes.AllowsNewTarget || _scopes.AllowsSuperProperty);
        _scopes.Leave();

        _scopes.Enter(ScopeFlags.Function | ScopeFlags.SuperProperty);
        _scopes.Enter(ScopeFlags.Function | ScopeFlags.Arrow);
        Assert.True(_scopes.AllowsNewTarget && _scopes.AllowsSuperProperty);
        Assert.False(_scopes.AllowsSuperCall);
    }
}
