namespace FastMd.Engine.JavaScript.Scopes;

/// <summary>A lexical scope and the names declared in it.</summary>
/// <param name="flags">What it belongs to.</param>
/// <param name="outer">The scope around it; null of the module.</param>
/// <param name="ownName">The name of a function expression, which only its own code knows.</param>
internal sealed class Scope(ScopeFlags flags, Scope? outer, string? ownName = null)
{
    private HashSet<string>? _vars;
    private HashSet<string>? _lexical;
    private string? _caught;
    private IReadOnlyList<string> _predeclared = [];

    public Scope? Outer => outer;

    /// <summary>Names that earlier code has declared like by <c>var</c>; the set is only read.</summary>
    public HashSet<string>? Earlier { get; set; }

    public bool Is(ScopeFlags any) => (flags & any) != 0;

    /// <summary>Whether it declares a name, as far as the code has been read.</summary>
    public bool Has(string name) => name == ownName || HasVar(name) || HasLexical(name) || _predeclared.Contains(name);

    public void AddVar(string name) => (_vars ??= new(StringComparer.Ordinal)).Add(name);

    /// <summary>Declares a name by <c>let</c> or the like; false where it is declared already.</summary>
    public bool TryAddLexical(string name)
    {
        var isNew = !HasVar(name) && !HasLexical(name);
        AddLexical(name);
        return isNew;
    }

    /// <summary>Declares the parameter of a <c>catch</c>, which <c>var</c> may declare again.</summary>
    public void AddCaught(string name)
    {
        _caught = name;
        AddLexical(name);
    }

    /// <summary>Whether a <c>var</c> of a name in this scope, or going up through it, clashes with a lexical declaration.</summary>
    public bool RefusesVar(string name) => HasLexical(name) && name != _caught;

    /// <summary>Makes names known that are declared later: parameters that are checked after the body.</summary>
    public void Predeclare(IReadOnlyList<string> names) => _predeclared = names;

    private void AddLexical(string name) => (_lexical ??= new(StringComparer.Ordinal)).Add(name);

    private bool HasVar(string name) => _vars?.Contains(name) == true || Earlier?.Contains(name) == true;

    private bool HasLexical(string name) => _lexical?.Contains(name) == true;
}
