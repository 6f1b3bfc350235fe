namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>The names declared in one scope.</summary>
internal sealed class Scope(ScopeKinds kinds, string? ownName = null)
{
    private HashSet<string>? _vars;
    private HashSet<string>? _lexical;
    private string? _caught;
    private HashSet<string>? _foreseen;

    public ScopeKinds Kinds => kinds;

    /// <summary>Names that are declared before the code, like by <c>var</c>; it is read only.</summary>
    public HashSet<string>? Earlier { get; set; }

    public bool Is(ScopeKinds any) => (kinds & any) != 0;

    public bool Has(string name) => name == ownName || HasVar(name) || HasLexical(name) || _foreseen?.Contains(name) == true;

    public bool HasVar(string name) => _vars?.Contains(name) == true || Earlier?.Contains(name) == true;

    public bool HasLexical(string name) => _lexical?.Contains(name) == true;

    /// <summary>Whether a <c>var</c> of this name is refused: the plain name of a catch clause may be declared again.</summary>
    public bool RefusesVar(string name) => HasLexical(name) && name != _caught;

    public void AddVar(string name) => (_vars ??= new(StringComparer.Ordinal)).Add(name);

    public void AddLexical(string name) => (_lexical ??= new(StringComparer.Ordinal)).Add(name);

    /// <summary>Makes names known that will be declared.</summary>
    public void Foresee(List<Node?> patterns)
    {
        var names = new List<Node>();
        patterns.ForEach(pattern => pattern?.AddNamesTo(names));
        _foreseen = [.. names.Select(name => name.Name!)];
    }

    public void AddCaught(string name)
    {
        _caught = name;
        AddLexical(name);
    }
}
